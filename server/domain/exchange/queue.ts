import { AT_ONCE, MOST_WAITING } from './limits.ts'

/** What a resource can bear. */
export interface Bearing {
  perSecond?: number | undefined
  atOnce?: number | undefined
}

interface Waiter {
  enter: () => void
}

interface Queue {
  under: number
  waiting: number
  /** Those who wait, by matter: matters take turns, so that no application's many questions hold up another's one. */
  turns: Map<string, Waiter[]>
  /** Calls that may still be made in this moment, under a limit by the second. */
  tokens: number
  filledAt: number
  timer: NodeJS.Timeout | undefined
}

const queues = new Map<string, Queue>()

function queueOf(resource: string, { perSecond = 0 }: Bearing): Queue {
  let queue = queues.get(resource)
  if (!queue) {
    queue = {
      under: 0,
      waiting: 0,
      turns: new Map(),
      tokens: perSecond,
      filledAt: performance.now(),
      timer: undefined,
    }
    queues.set(resource, queue)
  }
  return queue
}

/**
 * Waits for a turn to call a resource. Answers how to give it back, or null when too many wait already or the signal
 * was over first.
 */
export function enter(
  resource: string,
  matter: string,
  bearing: Bearing,
  signal: AbortSignal,
): Promise<(() => void) | null> {
  const queue = queueOf(resource, bearing)
  const leave = leaveOnce(queue, bearing)
  if (queue.waiting === 0 && takeTurn(queue, bearing)) return Promise.resolve(leave)
  if (queue.waiting >= MOST_WAITING || signal.aborted) return Promise.resolve(null)
  return new Promise((resolve) => {
    const waiter: Waiter = {
      enter() {
        signal.removeEventListener('abort', giveUp)
        resolve(leave)
      },
    }
    function giveUp(): void {
      takeOut(queue, matter, waiter)
      resolve(null)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    const line = queue.turns.get(matter)
    if (line) line.push(waiter)
    else queue.turns.set(matter, [waiter])
    queue.waiting += 1
    serve(queue, bearing)
  })
}

function leaveOnce(queue: Queue, bearing: Bearing): () => void {
  let left = false
  return () => {
    if (left) return
    left = true
    queue.under -= 1
    serve(queue, bearing)
  }
}

function takeTurn(queue: Queue, { atOnce = AT_ONCE, perSecond }: Bearing): boolean {
  if (queue.under >= atOnce) return false
  if (perSecond !== undefined) {
    // Not the time of day: that may be set back, and nobody would be let in until it has caught up.
    const now = performance.now()
    queue.tokens = Math.min(perSecond, queue.tokens + ((now - queue.filledAt) / 1000) * perSecond)
    queue.filledAt = now
    if (queue.tokens < 1) return false
    queue.tokens -= 1
  }
  queue.under += 1
  return true
}

/** Lets in whoever's turn it is, matter by matter, as long as the resource bears more. */
function serve(queue: Queue, bearing: Bearing): void {
  while (queue.waiting > 0) {
    if (!takeTurn(queue, bearing)) {
      serveLater(queue, bearing)
      return
    }
    next(queue)?.enter()
  }
}

function next(queue: Queue): Waiter | undefined {
  for (const [matter, line] of queue.turns) {
    const waiter = line.shift()
    queue.turns.delete(matter)
    if (line.length > 0) queue.turns.set(matter, line)
    queue.waiting -= 1
    return waiter
  }
  return undefined
}

/** A place that is given back serves the next by itself; a limit by the second needs a clock. */
function serveLater(queue: Queue, bearing: Bearing): void {
  const { perSecond, atOnce = AT_ONCE } = bearing
  if (perSecond === undefined || queue.under >= atOnce || queue.timer) return
  queue.timer = setTimeout(
    () => {
      queue.timer = undefined
      serve(queue, bearing)
    },
    Math.ceil(((1 - queue.tokens) / perSecond) * 1000),
  )
}

function takeOut(queue: Queue, matter: string, waiter: Waiter): void {
  const line = queue.turns.get(matter)
  const at = line?.indexOf(waiter) ?? -1
  if (!line || at === -1) return
  line.splice(at, 1)
  if (line.length === 0) queue.turns.delete(matter)
  queue.waiting -= 1
}
