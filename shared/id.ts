let last = 0
let running = 0

/** Random bytes are drawn in bulk: a call of the generator costs more than the id. */
const pool = new Uint8Array(4096)
let drawn = pool.length

function random(count: number): Uint8Array {
  if (drawn + count > pool.length) {
    crypto.getRandomValues(pool)
    drawn = 0
  }
  drawn += count
  return pool.slice(drawn - count, drawn)
}

/** Ids that `newId` made from a moment on are not less than this. @param at epoch milliseconds */
export function firstIdAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

/**
 * A UUIDv7: sortable by the moment it was made, and within this process by the order, known before the row is inserted.
 * @param at epoch milliseconds
 */
export function newId(at = Date.now()): string {
  running = at === last ? (running + 1) & 0xfff : 0
  last = at
  const bytes = random(16)
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = 0x70 | (running >> 8)
  bytes[7] = running & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
