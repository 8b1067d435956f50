import type { LifeEvent } from '#shared/catalog/documents.ts'
import { alternativesOf, codesIn } from '#shared/catalog/prerequisites.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Promises can be kept: never beyond the law, no item waits for itself, the longest chain fits the whole. */
export function checkOrder(city: City, refuse: Refuse): void {
  city.items.forEach((item, index) => {
    if (item.legalDays !== null && item.promisedDays > item.legalDays) {
      refuse(
        FILES.items,
        [index, 'promisedDays'],
        `${item.promisedDays} is more than the legal ${item.legalDays}; promise less`,
      )
    }
  })
  const days = new Map(city.items.map((item) => [item.code, item.promisedDays]))
  city.lifeEvents.forEach((event, index) => checkEvent(event, index, days, refuse))
}

function checkEvent(event: LifeEvent, index: number, days: Map<string, number>, refuse: Refuse): void {
  const before = new Map(event.items.map((bundled) => [bundled.item, codesIn(bundled.prerequisites)]))
  event.items.forEach((bundled, i) => {
    bundled.prerequisites.forEach((prerequisite, p) => {
      const code = alternativesOf(prerequisite).find((each) => !before.has(each))
      if (code !== undefined) {
        refuse(
          FILES.lifeEvents,
          [index, 'items', i, 'prerequisites', p],
          `“${code}” is no item of this life event; add it or remove it here`,
        )
      }
    })
  })
  const rings = new Set<string>()
  event.items.forEach((bundled, i) => {
    const path = [index, 'items', i, 'prerequisites']
    const total = chain(bundled.item, before, days, [], (ring) => {
      // Whoever waits for a ring, or stands in it, finds it again.
      const known = ring.slice(1).toSorted().join()
      if (rings.has(known)) return
      rings.add(known)
      refuse(
        FILES.lifeEvents,
        path,
        `items wait for each other: ${ring.join(' → ')}; take one prerequisite out`,
      )
    })
    if (total > event.promisedDays) {
      refuse(
        FILES.lifeEvents,
        [index, 'promisedDays'],
        `“${bundled.item}” takes ${total} days with what it waits for; promise that many`,
      )
    }
  })
}

/** Working days until an item is decided, with everything it waits for. */
function chain(
  code: string,
  before: Map<string, string[]>,
  days: Map<string, number>,
  trail: string[],
  ring: (codes: string[]) => void,
): number {
  if (trail.includes(code)) {
    ring([...trail.slice(trail.indexOf(code)), code])
    return 0
  }
  const waits = (before.get(code) ?? []).map((each) => chain(each, before, days, [...trail, code], ring))
  return Math.max(0, ...waits) + (days.get(code) ?? 0)
}
