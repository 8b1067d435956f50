import { Agent, request } from 'node:http'
import type { LiveNews } from '../../../../shared/work/live.ts'
import { WARM_MS } from './sizes.ts'
import type { Seat, Tasks } from './staff.ts'

/*
 * In a process of its own: a thousand desks whose page is open, and members of staff who decide so many times a second.
 * Each desk does what the page does: it hears what happens, and reads its list anew, at most once a second and less
 * often the longer that takes (composables/useDeskRenewal.ts).
 */

export interface Beginning {
  do: 'begin'
  url: string
  seats: Seat[]
  tasks: Tasks
  /** Acts a second. */
  rate: number
}

export interface Seen {
  /** Milliseconds from an act, as it was sent, until each desk that it concerns heard of the new row. */
  seen: number[]
  /** New rows that some desk did not hear of. */
  missed: number
  /** Milliseconds until an act was answered. */
  answered: number[]
  /** Milliseconds until a list was there anew. */
  renewed: number[]
  /** How many acts were refused. */
  refused: number
  /** When the last desk heard that marks moved, epoch milliseconds. */
  toldAt: number
}

/** As the page has it. */
const LEAST_MS = 1000
const TIMES_AS_LONG = 20
const SOON_MS = 200
const SPREAD_MS = 8000

/** Whoever heard nothing by then missed it. */
const LONGEST_MS = 5000

const agent = new Agent({ keepAlive: true, maxSockets: 400 })
const sent = new Map<string, { at: number; desks: number; heard: number }>()
const result: Seen = { seen: [], missed: 0, answered: [], renewed: [], refused: 0, toldAt: 0 }
let url = ''
let ended = false

process.on('message', (order: Beginning | { do: 'end' } | { do: 'stop' }) => {
  if (order.do === 'stop') process.exit(0)
  if (order.do === 'end') end()
  else void begin(order)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function begin({ url: address, seats, tasks, rate }: Beginning): Promise<void> {
  url = address
  for (let from = 0; from < seats.length; from += 50)
    await Promise.all(seats.slice(from, from + 50).map(listen))
  const clerks = seats.filter(({ unit }) => unit === '')
  const reviewers = Map.groupBy(seats, ({ unit }) => unit)
  let n = 0
  const begun = performance.now()
  const timer = setInterval(() => {
    if (ended) return clearInterval(timer)
    // A timer that came late makes up for it.
    while (n < ((performance.now() - begun) * rate) / 1000) next()
  }, 1000 / rate)
  process.send?.('begun')

  function next(): void {
    const place = Math.floor(n / 2)
    const [accept, deny] = [tasks.accept[place], tasks.deny[place]]
    const counted = performance.now() - begun > WARM_MS
    if (n % 2 === 0 && accept) {
      const desks = reviewers.get(accept.unit)?.length ?? 0
      if (counted) sent.set(accept.item, { at: performance.now(), desks, heard: 0 })
      void act(clerks[place % clerks.length], `/api/desk/cases/${accept.no}/acceptance`, {}, counted)
    } else if (deny) {
      const colleagues = reviewers.get(deny.unit) ?? []
      const input = { decision: 'deny', note: '不符合办理条件。' }
      const clerk = colleagues[place % colleagues.length]
      void act(clerk, `/api/desk/items/${deny.item}/decision`, input, counted)
    }
    n += 1
  }
}

function end(): void {
  ended = true
  setTimeout(() => {
    for (const { desks, heard } of sent.values()) if (heard < desks) result.missed += 1
    process.send?.(result)
  }, LONGEST_MS)
}

async function act(seat: Seat | undefined, path: string, input: object, counted: boolean): Promise<void> {
  const from = performance.now()
  const status = await call(seat, path, JSON.stringify(input))
  if (counted) result.answered.push(performance.now() - from)
  if (status !== 200) result.refused += 1
}

/** Answers the status, after the whole answer has come. */
function call(seat: Seat | undefined, path: string, body?: string): Promise<number> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    cookie: `yz_session=${seat?.token}`,
  }
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { method: body ? 'POST' : 'GET', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that had been quiet, just as it was used again.
      if (error.code === 'ECONNRESET' && asked.reusedSocket) resolve(call(seat, path, body))
      else reject(error)
    })
    asked.end(body)
  })
}

function listen(seat: Seat): Promise<void> {
  const renewal = renewalOf(seat)
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', cookie: `yz_session=${seat.token}` }
    const asked = request(`${url}/api/desk/live`, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`no stream: ${response.statusCode}`))
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        const messages = text.split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) hear(message)
        resolve()
      })
    })
    asked.on('error', reject)
    asked.end()
  })

  function hear(message: string): void {
    const data = /^data: (.*)$/m.exec(message)?.[1] ?? ''
    if (message.startsWith('event: renew')) {
      result.toldAt = Date.now()
      renewal.soon(SPREAD_MS)
    } else if (message.startsWith('event: work')) {
      const { came }: LiveNews = JSON.parse(data)
      for (const { id } of came) {
        const known = sent.get(id)
        if (!known) continue
        known.heard += 1
        result.seen.push(performance.now() - known.at)
      }
      renewal.soon(SOON_MS)
    }
  }
}

function renewalOf(seat: Seat) {
  let timer: NodeJS.Timeout | undefined
  let waiting = false
  let pause = 0

  async function now(): Promise<void> {
    waiting = false
    const from = performance.now()
    await call(seat, '/api/desk/inbox')
    await call(seat, '/api/desk/places')
    const took = performance.now() - from
    result.renewed.push(took)
    pause = Math.max(LEAST_MS, took * TIMES_AS_LONG)
    timer = setTimeout(() => {
      timer = undefined
      if (waiting) soon(SOON_MS)
    }, pause)
  }

  function soon(within: number): void {
    waiting = true
    if (timer !== undefined || ended) return
    timer = setTimeout(() => void now(), Math.random() * within)
  }
  return { soon }
}
