/** A number of people smaller than this tells of persons, and is held back. */
export const FEWEST = 5

/**
 * Counts that may leave: null for those held back. When the closed ones, or those still open, are few,
 * how many are closed is held back: the one follows from the other.
 */
export function suppressed({ sent, closed }: { sent: number; closed: number }): {
  sent: number | null
  closed: number | null
} {
  if (sent < FEWEST) return { sent: null, closed: null }
  const isFew = (count: number) => count > 0 && count < FEWEST
  return { sent, closed: isFew(closed) || isFew(sent - closed) ? null : closed }
}
