import type { MovedLine } from '#shared/calendar/year.ts'
import type { Clock } from '#shared/work/clock.ts'
import type { WorkKind } from '#shared/work/move.ts'

/** A report names so many lines at most, the largest. */
const MOST = 200

/** How the end of a clock moved: the promised day, or, where that stays, the last that the law allows. */
export function lineOf(kind: WorkKind, before: Clock, after: Clock, count: number): MovedLine {
  return before.dueDay === after.dueDay && before.dueTime === after.dueTime
    ? { kind, end: 'legal', from: before.legalDay, to: after.legalDay, count }
    : { kind, end: 'due', from: before.dueDay, to: after.dueDay, count }
}

/** Adds what moved to the lines of a report. */
export function addMoved(lines: readonly MovedLine[], more: readonly MovedLine[]): MovedLine[] {
  const all = new Map<string, MovedLine>()
  for (const line of [...lines, ...more]) {
    const key = keyOf(line)
    all.set(key, { ...line, count: (all.get(key)?.count ?? 0) + line.count })
  }
  return [...all.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ end, from, to, kind }: MovedLine): string {
  return `${end} ${from} ${to} ${kind}`
}
