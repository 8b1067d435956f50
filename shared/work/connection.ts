/** Whether the server can be reached; moments are epoch milliseconds of the browser's clock. */
export type Connection =
  | { state: 'online' }
  /** Nothing came through since then. */
  | { state: 'lost'; since: number }
  /** It was lost and came back then; said for a while. */
  | { state: 'back'; at: number }

/** How long it is said that the connection is back, milliseconds. */
export const SAID_MS = 60_000

/** The server answered. */
export function heard(before: Connection, at: number): Connection {
  if (before.state === 'lost') return { state: 'back', at }
  if (before.state === 'back' && at - before.at >= SAID_MS) return { state: 'online' }
  return before
}

/** The server could not be reached. The loss began when it was first noticed. */
export function missed(before: Connection, at: number): Connection {
  return before.state === 'lost' ? before : { state: 'lost', since: at }
}
