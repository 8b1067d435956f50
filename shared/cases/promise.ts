import type { ServiceItem } from '../catalog/documents.ts'
import { holds, type Facts } from '../rules/judge.ts'

/** Working days promised for an item under the facts of a case: the first condition that holds counts. */
export function promisedDaysOf(item: ServiceItem, facts: Facts): number {
  return item.promisedDaysIf?.find(({ when }) => holds(when, facts))?.days ?? item.promisedDays
}
