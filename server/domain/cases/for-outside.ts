import { itemOf } from '#shared/catalog/bundle.ts'
import type { Subject } from '#shared/exchange/subject.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { personOf } from '../identity/index.ts'
import { presentWork, workOfParent } from '../work/index.ts'
import { departmentName } from './present-parts.ts'
import { caseByNo } from './store.ts'

/** What another system may be told of a case; which of it, its grant says. */
export interface OutsideCase {
  no: string
  title: string
  /** Code of the department that leads the life event. */
  department: string
  state: string
  sentAt: number
  /** 0 while open. */
  closedAt: number
  applicant: string
  /** Whose case it is. */
  subject: Subject | null
  items: { unit: string; name: string; department: string; state: string; dueDay: string | null }[]
}

/** A case by its number, for a system that may follow it; undefined when there is none. */
export async function caseForOutside(look: Look, no: string): Promise<OutsideCase | undefined> {
  const row = await caseByNo(look.tx, no)
  if (!row) return undefined
  const [bundle, items, person] = await Promise.all([
    bundleOf(look.tx, row.bundleId),
    workOfParent(look.tx, row.id),
    personOf(look.tx, row.applicantId),
  ])
  const creditCode = row.organisationId === '' ? undefined : row.content.facts['enterprise.creditCode']?.value
  return {
    no,
    title: say(bundle.lifeEvent.title, look.lang),
    department: bundle.lifeEvent.department,
    state: row.state,
    sentAt: row.sentAt,
    closedAt: row.closedAt,
    applicant: person?.name ?? '',
    subject:
      typeof creditCode === 'string'
        ? { kind: 'organisation', key: creditCode }
        : person
          ? { kind: 'person', key: person.residentId }
          : null,
    items: items.map((item) => ({
      unit: item.unit,
      name: say(itemOf(bundle, item.topic).name, look.lang),
      department: departmentName(bundle, item.unit, look.lang),
      state: item.state,
      dueDay: presentWork(item, look.actor, look.at).dueDay,
    })),
  }
}
