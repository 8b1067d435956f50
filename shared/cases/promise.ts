import type { ServiceItem } from '../catalog/documents.ts'
import { holds, type Facts } from '../rules/judge.ts'

/** Working days promised for an item under the facts of a case: the first condition that holds counts. */
export function promisedDaysOf(item: ServiceItem, facts: Facts): number {
  return item.promisedDaysIf?.find(({ when }) => holds(when, facts))?.days ?? item.promisedDays
}

/** By how many working days a decision may be put off where the item does not say, 行政许可法 §42. */
const EXTENSION_DAYS = 10

/** The days of an item's promised clock: what is promised, and what the law allows (0 where it sets no limit). */
export function spanOf(item: ServiceItem, facts: Facts): { days: number; legalDays: number } {
  return { days: promisedDaysOf(item, facts), legalDays: item.legalDays ?? 0 }
}

/** By how many working days the decision on an item may be put off. */
export function extensionDaysOf({ extensionDays = EXTENSION_DAYS }: ServiceItem): number {
  return extensionDays
}
