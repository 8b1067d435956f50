import type { Hall, OpenSpan } from '#shared/catalog/documents.ts'
import { minutesOf } from '#shared/queue/slots.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'

/** A hall's lines can be kept: counters that exist, one letter for each business, times in order. */
export function checkHalls(city: City, refuse: Refuse): void {
  for (const [index, hall] of city.halls.entries()) {
    checkBusinesses(hall, (path, what) => refuse(FILES.halls, [index, 'businesses', ...path], what))
    for (const key of ['workdays', 'saturdays'] as const)
      checkSpans(hall.opening[key], (path, what) =>
        refuse(FILES.halls, [index, 'opening', key, ...path], what),
      )
  }
}

type RefuseAt = (path: Path, what: string) => void

function checkBusinesses({ businesses, counters }: Hall, refuse: RefuseAt): void {
  const there = new Set(counters.map(({ code }) => code))
  for (const [index, business] of businesses.entries()) {
    for (const key of ['code', 'letter'] as const)
      if (businesses.findIndex((each) => each[key] === business[key]) !== index)
        refuse([index, key], `“${business[key]}” stands twice in this hall; change one`)
    if (business.counters.length === 0) refuse([index, 'counters'], 'is empty; name who takes it')
    for (const [c, code] of business.counters.entries())
      if (!there.has(code))
        refuse([index, 'counters', c], `unknown counter “${code}”; add it to the hall or correct it`)
  }
}

function checkSpans(spans: readonly OpenSpan[], refuse: RefuseAt): void {
  for (const [index, { from, to }] of spans.entries()) {
    if (minutesOf(to) <= minutesOf(from))
      refuse([index, 'to'], 'is not after its beginning; correct the times')
    const before = spans[index - 1]
    if (before && minutesOf(from) < minutesOf(before.to))
      refuse([index, 'from'], 'begins before the span above ends; put them in order')
  }
}
