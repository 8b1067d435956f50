import { dayOf } from '#shared/calendar/day.ts'
import type { NoticedIn, ObjectionInput } from '#shared/contract/my-data.ts'
import { objectionNo, REPORT_DAYS } from '#shared/exchange/report-rules.ts'
import type { ObjectionForm } from '#shared/exchange/report-view.ts'
import { isReportOf } from '#shared/exchange/reported-value.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { eraseFiles, orDiscard, type ReceivedFile } from '../files/index.ts'
import { dataOffice } from '../grants/index.ts'
import { emit } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { keepEvidence, receiveEvidence } from './evidence.ts'
import { fieldName } from './names.ts'
import { formOf, noticedBy, noticedByStaff, reportedElement, type Noticed } from './noticed.ts'
import { readerOf } from './subject.ts'
import { insertObjection, objectionsOf } from './store/reports.ts'

/** What somebody says about a value. */
interface Said {
  field: string
  was: string
  should: string
  why: string
}

/** The form in which a person reports a wrong value. */
export async function objectionForm(reading: Look, input: NoticedIn): Promise<ObjectionForm> {
  return formOf(await noticedBy(reading, input), reading)
}

/** The form in which a reviewer reports a value of a case. */
export async function caseObjectionForm(
  reading: Look,
  input: { case: string; element: string },
): Promise<ObjectionForm> {
  return formOf(await noticedByStaff(reading, input), reading)
}

/**
 * A person reports a wrong value (数据异议), perhaps with evidence. The data office has one working day to hand it to
 * the department that keeps the resource.
 * @throws Refusal not_found, invalid_input
 */
export async function object(who: Asking, input: ObjectionInput): Promise<{ no: string }> {
  const noticed = await look(who, (reading) => noticedBy(reading, input))
  const said = saidIn(noticed, input)
  const received = await receiveEvidence(who, input)
  const ids = received.map(({ file }) => file.id)
  return orDiscard(
    ids,
    perform(who, async (act) => {
      const personId = readerOf(act)
      return file(act, { ...noticed, personId }, said, received)
    }),
  )
}

/** A reviewer reports a value of a case; whoever applied is told how it ends. */
export async function raiseObjection(
  act: Act,
  input: { case: string; element: string; should: string; why: string },
): Promise<{ no: string; case: string }> {
  const noticed = await noticedByStaff(act, input)
  const { no } = await file(act, noticed, saidIn(noticed, { ...input, was: '' }), [])
  return { no, case: input.case }
}

function saidIn(noticed: Noticed, input: { field?: string | undefined } & Omit<Said, 'field'>): Said {
  const field = noticed.fields.length === 1 ? (noticed.fields[0] ?? '') : (input.field ?? '')
  if (!noticed.fields.includes(field))
    throw new Refusal('invalid_input', { problems: [{ field: 'field', ...fault('not_an_option') }] })
  return { field, was: noticed.was ?? input.was, should: input.should, why: input.why }
}

async function file(
  act: Act,
  noticed: Noticed,
  { field, was, should, why }: Said,
  received: readonly ReceivedFile[],
): Promise<{ no: string }> {
  const { resource, personId, organisationId, subject, matterId, lookupId } = noticed
  const evidence = await keepEvidence(act, personId, received)
  const before = await objectionsOf(act.tx, personId)
  const same = before.find(
    (row) => row.outcome === 'open' && row.should === should && isReportOf(row, { resource, field, subject }),
  )
  // Posted twice, it is one; what came with the second post is not kept.
  if (same) {
    await eraseFiles(act, evidence)
    return { no: same.no }
  }
  const day = dayOf(act.at)
  const id = newId(act.at)
  const no = objectionNo(day, await nextNumber(act.tx, `dataObjection.${day}`))
  const element = reportedElement(noticed, field)
  await insertObjection(act.tx, {
    id,
    workId: id,
    no,
    personId,
    organisationId,
    lookupId,
    subject,
    resource,
    field,
    element,
    was,
    should,
    why,
    evidence,
    matterId,
    outcome: 'open',
    answer: null,
    createdAt: act.at,
    decidedAt: 0,
    version: 1,
  })
  await openWork(act, [
    {
      id,
      kind: 'dataObjection',
      state: 'new',
      unit: await dataOffice(act.tx),
      parentId: id,
      no,
      topic: resource,
      label: fieldName(resource, field, 'zh'),
      ownerId: personId,
      clock: { name: 'dispatch', days: REPORT_DAYS.dispatch },
    },
  ])
  await emit(act, 'objection.filed', id, { person: personId, resource, field, subject, no })
  act.note({
    verb: 'dataObjection.file',
    subjectKind: 'dataObjection',
    subjectId: id,
    detail: { no, resource },
  })
  return { no }
}
