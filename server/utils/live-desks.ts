import type { ServerResponse } from 'node:http'
import { read } from '#db'
import { now } from '#domain/clock.ts'
import { actorOfToken } from '#domain/identity/index.ts'
import { changeFeed, newsFor, sightOf, type News, type Sight } from '#domain/work/index.ts'
import { screenFeed } from './live-screens.ts'
import { log } from './log.ts'

/** How often each instance looks what happened on all of them. */
const EVERY_MS = 500

/** How often a desk hears that it is still connected, and whether it may still be. */
const BEAT_MS = 20_000

/** Whoever does not take what is sent is cut off and comes back by itself. */
const MOST_WAITING = 256 * 1024

/** One desk whose page is open. */
interface Desk {
  response: ServerResponse
  token: string
  own: string
  sight: Sight
  /** By the process's own time (`performance.now()`), which nobody sets back. */
  beatAt: number
}

/** So often in a row the database may not answer. */
const MOST_FAILURES = 4

const desks = new Set<Desk>()
let timer: NodeJS.Timeout | undefined
let feed = changeFeed()
let screens = screenFeed()
let looking = false
let failed = 0

/** Connects a desk until it goes away: a stream of server-sent events, WHATWG HTML §9.2. */
export function connectDesk(
  response: ServerResponse,
  { token, own, sight }: Omit<Desk, 'response' | 'beatAt'>,
): void {
  if (response.destroyed) return
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-accel-buffering': 'no',
  })
  const desk: Desk = { response, token, own, sight, beatAt: performance.now() + BEAT_MS }
  desks.add(desk)
  response.on('close', () => leave(desk))
  response.on('error', () => leave(desk))
  send(desk, 'retry: 2000\nevent: connected\ndata: {}\n\n')
  if (timer) return
  // Nobody looked before: what happened just now is told too.
  feed = changeFeed()
  screens = screenFeed()
  failed = 0
  timer = setInterval(() => void look(), EVERY_MS).unref()
}

/** How many desks are open in this process. */
export function openDesks(): number {
  return desks.size
}

/** Ends every stream, so that the process can stop; the desks come back to the next one. */
export function closeDesks(): void {
  for (const desk of desks) desk.response.end()
  desks.clear()
  rest()
}

function leave(desk: Desk): void {
  desks.delete(desk)
  if (desks.size === 0) rest()
}

function rest(): void {
  clearInterval(timer)
  timer = undefined
}

async function look(): Promise<void> {
  if (looking) return
  looking = true
  try {
    tell(await feed.read(read(), now()))
    tellScreens(await screens(read(), now()))
    await beat(performance.now())
    failed = 0
  } catch (error) {
    log.warn('open desks could not be told what happened', {
      error: error instanceof Error ? error.message : String(error),
    })
    failed += 1
    // Whoever hears nothing any more must see it.
    if (failed === MOST_FAILURES) closeDesks()
  } finally {
    looking = false
  }
}

/** Desks that see the same are told the same: it is worked out once for them. */
function tell({ changes, flood, signalled }: News): void {
  if (flood || signalled) for (const desk of desks) send(desk, 'event: renew\ndata: {}\n\n')
  if (changes.length === 0) return
  const actors = new Set(changes.map(({ actorId }) => actorId))
  const told = new Map<string, string>()
  for (const desk of desks) {
    const key = actors.has(desk.own) ? `${desk.own} ${desk.sight.key}` : desk.sight.key
    const message = told.get(key) ?? messageOf(desk)
    told.set(key, message)
    if (message) send(desk, message)
  }
  function messageOf({ sight, own }: Desk): string {
    const news = newsFor(sight, changes, own)
    return news.came.length + news.changed.length === 0
      ? ''
      : `event: work\ndata: ${JSON.stringify(news)}\n\n`
  }
}

/** A clerk's second screen was signed, touched or cleared: what of it is read by the desk itself. */
function tellScreens(clerks: ReadonlySet<string>): void {
  if (clerks.size === 0) return
  for (const desk of desks) if (clerks.has(desk.own)) send(desk, 'event: screen\ndata: {}\n\n')
}

function send({ response }: Desk, message: string): void {
  if (response.writableEnded || response.destroyed) return
  response.write(message)
  if (response.writableLength > MOST_WAITING) response.destroy()
}

/** A sign of life; whoever signed out meanwhile is let go, and whose rights changed sees what they open. */
async function beat(at: number): Promise<void> {
  for (const desk of desks) {
    if (desk.beatAt > at) continue
    desk.beatAt = at + BEAT_MS
    const actor = await actorOfToken(read(), desk.token, now(), false)
    if (actor.kind === 'staff') {
      desk.sight = sightOf(actor)
      send(desk, ': here\n\n')
    } else {
      send(desk, 'event: ended\ndata: {}\n\n')
      desk.response.end()
    }
  }
}
