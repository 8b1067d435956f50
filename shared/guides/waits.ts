import type { ServiceItem } from '../catalog/documents.ts'
import type { GuideProcedure, GuidePublicity } from '../contract/guides.ts'
import type { Condition } from '../rules/condition.ts'
import type { Lang } from '../text.ts'

/** Says a condition in words. */
export type Say = (condition: Condition) => string

/** The special procedures of an item (特别程序), which do not count into its days. */
export function proceduresOf(item: ServiceItem, lang: Lang, say: Say): GuideProcedure[] {
  return (item.specialProcedures ?? []).map(({ name, days, basis, when }) => ({
    item: item.name[lang],
    name: name[lang],
    days,
    basis: basis[lang],
    when: when ? say(when) : null,
  }))
}

/** What is shown to the public before it is decided (公示); none or one. */
export function publicityOf({ name, publicity }: ServiceItem, lang: Lang, say: Say): GuidePublicity[] {
  if (!publicity) return []
  const { days, subject, when } = publicity
  return [{ item: name[lang], days, subject: subject[lang], when: when ? say(when) : null }]
}
