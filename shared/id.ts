let last = 0
let running = 0

/** The moment ids were last made of, as they begin. */
let began = { at: 0, text: '00000000-0000' }

/** Ids that `newId` made from a moment on are not less than this. @param at epoch milliseconds */
export function firstIdAt(at: number): string {
  if (at !== began.at) {
    const hex = at.toString(16).padStart(12, '0')
    began = { at, text: `${hex.slice(0, 8)}-${hex.slice(8)}` }
  }
  return began.text
}

/**
 * A UUIDv7: sortable by the moment it was made, and within this process by the order, known before the row is inserted.
 * @param at epoch milliseconds
 */
export function newId(at = Date.now()): string {
  running = at === last ? (running + 1) & 0xfff : 0
  last = at
  const order = (0x7000 | running).toString(16)
  // Its end is what a UUIDv4 ends with: the variant and random digits.
  return `${firstIdAt(at)}-${order}-${crypto.randomUUID().slice(19)}`
}
