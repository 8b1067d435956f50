/** What of the inbox is asked for, as it stands in the address of its page; everything when nothing is said. */
export interface InboxAsked {
  kind?: string
  state?: string
  due?: string
  whose?: string
  unit?: string
}

/** The parts of such an address, in the order in which they are written. */
export const INBOX_PARTS = ['kind', 'state', 'due', 'whose', 'unit'] as const satisfies (keyof InboxAsked)[]

/** A way of looking at the inbox that a member of staff has given a name. */
export interface SavedFilter {
  name: string
  asked: InboxAsked
}

/** The query of such an address; nothing of what has no place in it, and of values that nobody offers. */
export function inboxQuery(asked: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const part of INBOX_PARTS) {
    const value = asked[part]
    if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) query.set(part, value)
  }
  return query.toString()
}

/** What a query asks for. */
export function inboxAsked(query: string): InboxAsked {
  return Object.fromEntries(new URLSearchParams(inboxQuery(Object.fromEntries(new URLSearchParams(query)))))
}
