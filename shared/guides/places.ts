import type { Hall } from '../catalog/documents.ts'
import type { GuideHall } from '../contract/guides.ts'
import type { Lang } from '../text.ts'

/** Halls as a guide tells of them: where, when, and at which counters. */
export function guideHalls(halls: readonly Hall[], lang: Lang): GuideHall[] {
  return halls.map(({ code, name, address, hours, phone, counters, businesses }) => ({
    code,
    name: name[lang],
    address: address[lang],
    hours: hours[lang],
    phone,
    counters: counters.map((counter) => `${counter.code} ${counter.name[lang]}`),
    bookable: businesses.some(({ capacity }) => capacity > 0),
  }))
}
