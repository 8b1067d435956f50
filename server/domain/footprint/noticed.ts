import type { NoticedIn } from '#shared/contract/my-data.ts'
import type { ObjectionForm } from '#shared/exchange/report-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { catalog, departmentName } from '../catalog/index.ts'
import { applications, type NoticedFact } from './applications.ts'
import { elementOfField, fieldName, resourceName } from './names.ts'
import { fieldsOf } from './present.ts'
import { ownLook, readerOf } from './subject.ts'

/** Where a wrong value was noticed, and which fields it may be. */
export interface Noticed extends Omit<NoticedFact, 'was'> {
  fields: string[]
  /** Null where no value is known here: the log of look-ups has none. */
  was: string | null
  lookupId: string
}

/**
 * Where a person noticed a wrong value: in a look-up about them, in a draft or in a case of theirs.
 * @throws Refusal not_found for others' and for what no register gave
 */
export async function noticedBy(act: Act | Look, input: NoticedIn): Promise<Noticed> {
  if (input.lookup) return noticedInLook(act, input.lookup, input.field ?? '')
  const place = input.draft
    ? { kind: 'draft' as const, id: input.draft }
    : { kind: 'case' as const, id: input.case ?? '' }
  readerOf(act)
  return noticedInForm(await applications().factIn(act, { ...place, element: input.element ?? '' }))
}

/** A value of a case that a reviewer may see. */
export async function noticedByStaff(
  act: Act | Look,
  { case: id, element }: { case: string; element: string },
): Promise<Noticed> {
  return noticedInForm(await applications().factIn(act, { kind: 'case', id, element }))
}

function noticedInForm(fact: NoticedFact): Noticed {
  return { ...fact, fields: [fact.field], lookupId: '' }
}

async function noticedInLook(act: Act | Look, id: string, field: string): Promise<Noticed> {
  const { row, organisation } = await ownLook(act, id)
  const fields = fieldsOf(row)
  const isKept = catalog().find('resource', row.resource) !== undefined
  if (!isKept || (field !== '' && !fields.includes(field))) throw new Refusal('not_found')
  return {
    resource: row.resource,
    fields: field === '' ? fields : [field],
    field,
    element: '',
    was: null,
    subject: row.subject,
    matterId: row.matterId,
    personId: readerOf(act),
    organisationId: organisation?.id ?? '',
    lookupId: row.id,
  }
}

/** The form for reporting it. */
export function formOf(noticed: Noticed, { lang }: Look): ObjectionForm {
  const provider = catalog().find('resource', noticed.resource)?.provider ?? ''
  return {
    resource: resourceName(noticed.resource, lang),
    provider: departmentName(provider, lang),
    fields: noticed.fields.map((field) => ({
      value: field,
      label: fieldName(noticed.resource, field, lang),
    })),
    was: noticed.was,
  }
}

/** The element that a reported field fills: the one it was noticed at, or the one that look-ups fill from it. */
export function reportedElement({ resource, element }: Noticed, field: string): string {
  return element || elementOfField(resource, field)
}
