/** A provider that asks for more is asked again after this long. */
const MOST_MS = 300_000

/** Resource to when it may be asked again, by the process's own time (`performance.now()`). */
const until = new Map<string, number>()

/** A provider said how long it wants to be left alone. */
export function holdBack(resource: string, ms: number, at = performance.now()): void {
  until.set(resource, at + Math.min(Math.max(0, ms), MOST_MS))
}

/** Whether a provider wants to be left alone still. */
export function isHeldBack(resource: string, at = performance.now()): boolean {
  const end = until.get(resource)
  if (end === undefined) return false
  if (end > at) return true
  until.delete(resource)
  return false
}
