import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { runningNo } from '#shared/running-no.ts'
import { say } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { agreedFor } from '../agreements/index.ts'
import { requireOffered } from '../catalog/index.ts'
import { draftToSend, markSent, mayPromise } from '../forms/index.ts'
import { emit } from '../jobs/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { aboutOf } from './about.ts'
import { promisesOf } from './promised.ts'
import { insertCase } from './store.ts'

/** Working days within which an application must be accepted or turned away, 行政许可法 §32. */
export const RECEPTION_DAYS = 5

/** The city's division, in the number of every case (domain.md §2.3). */
const CITY = '349900'

/**
 * Sends a draft: one case, one work item for each service item, in one transaction with its events and jobs. Sending
 * again answers the same number.
 */
export async function sendCase(act: Act, { draft: id }: { draft: string }): Promise<{ no: string }> {
  const ready = await draftToSend(act, id)
  if (ready.sent !== null) return { no: ready.sent }
  const { bundle, journey, content, draft } = ready
  await requireOffered(
    bundle,
    journey.plan.items.map((item) => item.code),
    act,
  )
  const agreed = await agreedFor(act, { ...draft, journey })
  if (!agreed) throw new Refusal('agreement_missing')
  const sent = { ...content, ...(agreed.length > 0 && { agreements: agreed }) }
  const promised = journey.plan.items.some(
    ({ code }) => promisesOf(bundle, sent, { topic: code }, act.at).length > 0,
  )
  if (promised && !(await mayPromise(act, draft.row))) throw new Refusal('promise_withheld')
  const day = dayOf(act.at)
  const running = await nextNumber(act.tx, `case ${day.replaceAll('-', '')}`)
  const no = runningNo(`T${CITY}`, day, running, 6)
  const caseId = newId(act.at)
  const applicantId = draft.row.personId
  await insertCase(act.tx, {
    id: caseId,
    no,
    lifeEvent: bundle.lifeEvent.code,
    bundleId: bundle.id,
    applicantId,
    agent: draft.row.agent,
    organisationId: draft.row.organisationId,
    about: aboutOf(bundle, content, act.at),
    content: sent,
    state: 'in-progress',
    sentAt: act.at,
    closedAt: 0,
    version: 1,
  })
  const label = String(content.facts['applicant.name']?.value ?? say(bundle.lifeEvent.title, 'zh'))
  await openWork(
    act,
    journey.plan.items.map((item) => ({
      kind: 'caseItem' as const,
      state: item.preReview ? 'submitted' : 'received',
      unit: item.department,
      parentId: caseId,
      no,
      topic: item.code,
      label,
      ownerId: applicantId,
      clock: { name: 'reception', days: item.service.acceptDays, legalDays: RECEPTION_DAYS },
    })),
  )
  await markSent(act, draft, no, content)
  act.note({
    verb: 'cases.send',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { no, items: journey.plan.items.length },
  })
  await emit(act, 'case.sent', caseId, { caseId })
  return { no }
}
