import type { GrantLine } from '#shared/exchange/catalog-view.ts'
import type { Lang } from '#shared/text.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { catalog } from '../catalog/index.ts'
import { basisNamed, departmentNamed, fieldNames, itemNamed, resourceNamed } from './names.ts'
import type { GrantRow, SubscriptionRow } from './store.ts'

/** A grant in words, as it stands at a moment. */
export function presentGrant(
  row: GrantRow,
  { at, lang }: { at: number; lang: Lang },
  subscriptions: ReadonlyMap<string, SubscriptionRow>,
): GrantLine {
  const over = row.state !== 'ended' && row.validTo < dayOf(at)
  return {
    id: row.id,
    resource: resourceNamed(row.resource, lang),
    unit: departmentNamed(row.unit, lang),
    item: itemNamed(row.item, lang),
    fields: fieldNames(catalog().find('resource', row.resource) ?? { items: [] }, row.fields, lang),
    // What the city's files grant is read in the reader's language; what somebody wrote, as they wrote it.
    basis: (row.subscriptionId === '' && basisNamed(row.item, lang)) || row.basis,
    validFrom: row.validFrom,
    validTo: row.validTo,
    state: over ? 'expired' : row.state,
    no: subscriptions.get(row.subscriptionId)?.no ?? '',
  }
}
