import { systemActor } from '#shared/access/actor.ts'
import { itemOf } from '#shared/catalog/bundle.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { revokeCertificateOf } from '../certificates/index.ts'
import { tell } from '../notices/index.ts'
import { asking, look, perform } from '../perform.ts'
import { timeline, workOf } from '../work/index.ts'
import { acceptBySilence } from './accept-by-silence.ts'
import { advance } from './advance.ts'
import { awaitItem } from './await.ts'
import { lapse } from './lapse.ts'
import { lapseLate } from './lapse-late.ts'
import { endPublicity } from './publicity.ts'
import { finishGranted } from './finish-granted.ts'
import { grantByRule } from './grant-by-rule.ts'
import { issueForMove, issueForSending } from './issue-document.ts'
import { loadCaseById } from './load.ts'
import { remindToCollect } from './remind.ts'

type Payload = Record<string, string>

function who(at: number) {
  return asking(systemActor('cases'), at)
}

/** case.sent → the receipt, the application as it was sent, what was promised with it. */
export function handleReceipt({ caseId = '' }: Payload, at: number): Promise<void> {
  return issueForSending(who(at), caseId)
}

/** An item made a move that produces a formal document. */
export function handleDocument(
  { event = '', parentId = '', workId = '' }: Payload,
  at: number,
): Promise<void> {
  return issueForMove(who(at), { caseId: parentId, workId, move: event.replace('caseItem.', '') })
}

/** Something may be granted by rule now. */
export function handleInstant({ caseId, parentId = '' }: Payload, at: number): Promise<void> {
  return grantByRule(who(at), caseId ?? parentId)
}

/** An item was granted: outputs, certificate, completion. */
export function handleComplete({ workId = '' }: Payload, at: number): Promise<void> {
  return finishGranted(who(at), workId)
}

/** An item ended: release or cancel what waited for it, close the case when all ended. */
export function handleAdvance({ parentId = '' }: Payload, at: number): Promise<void> {
  return advance(who(at), parentId)
}

/** A decision was revoked: so is the certificate that rested on it. */
export async function handleRevoke({ workId = '' }: Payload, at: number): Promise<void> {
  const events = await look(who(at), (reading) => timeline(reading.tx, workId))
  const reason = events.findLast(({ move }) => move === 'revoke')?.note ?? ''
  await perform(who(at), (act) => revokeCertificateOf(act, { workId, reason }))
}

/** An item waits for something: the job of the day on which that ends. */
export function handleAwait({ workId = '' }: Payload, at: number): Promise<void> {
  return awaitItem(who(at), workId)
}

/** The clock of reception ran out. */
export function handleSilence({ parentId = '' }: Payload, at: number): Promise<void> {
  return acceptBySilence(who(at), parentId)
}

/** The last day to answer is over. */
export function handleLapse({ workId = '', seq = '' }: Payload, at: number): Promise<void> {
  return lapse(who(at), workId, Number(seq))
}

/** The last day for a promised material is over. */
export function handleLapseLate({ caseId = '' }: Payload, at: number): Promise<void> {
  return lapseLate(who(at), caseId)
}

/** A result was not collected for so long. */
export function handleRemind({ workId = '', time = '' }: Payload, at: number): Promise<void> {
  return remindToCollect(who(at), workId, Number(time))
}

/** The last day of a publicity is over. */
export function handleEndPublicity({ workId = '' }: Payload, at: number): Promise<void> {
  return endPublicity(who(at), workId)
}

interface Notice {
  kind: NoticeKind
  page: (no: string) => string
}

/** Where nobody is asked to rate. */
const SOLEMN_END: Notice = { kind: 'case_ended', page: (no) => `/cases/${no}` }

/** Which message tells the applicant of which event, and the page it leads to. */
const NOTICES: Readonly<Record<string, Notice>> = {
  'case.sent': { kind: 'case_sent', page: (no) => `/cases/${no}` },
  'case.closed': { kind: 'case_closed', page: (no) => `/ratings/${no}` },
  'caseItem.ask': { kind: 'case_correction', page: (no) => `/cases/${no}/correction` },
  'case.accepted': { kind: 'case_accepted', page: (no) => `/cases/${no}` },
  'caseItem.complete': { kind: 'case_granted', page: (no) => `/cases/${no}` },
  'caseItem.deny': { kind: 'case_denied', page: (no) => `/cases/${no}` },
  'caseItem.refuse': { kind: 'case_refused', page: (no) => `/cases/${no}` },
  'case.inspection': { kind: 'case_inspection', page: (no) => `/cases/${no}` },
  'caseItem.startProcedure': { kind: 'case_procedure', page: (no) => `/cases/${no}` },
  'caseItem.publicise': { kind: 'case_publicity', page: (no) => `/cases/${no}` },
  'caseItem.askInReview': { kind: 'case_correction', page: (no) => `/cases/${no}/correction` },
  'caseItem.approveDenial': { kind: 'case_denied', page: (no) => `/cases/${no}` },
  'caseItem.redirect': { kind: 'case_refused', page: (no) => `/cases/${no}` },
  'caseItem.issue': { kind: 'case_ready', page: (no) => `/cases/${no}` },
  'caseItem.post': { kind: 'case_posted', page: (no) => `/cases/${no}` },
  'caseItem.comeBack': { kind: 'case_parcel_back', page: (no) => `/cases/${no}` },
  'caseItem.suspend': { kind: 'case_suspended', page: (no) => `/cases/${no}` },
  'caseItem.extend': { kind: 'case_extended', page: (no) => `/cases/${no}` },
  'caseItem.revoke': { kind: 'case_revoked', page: (no) => `/cases/${no}` },
  'caseItem.returnPreReview': { kind: 'case_returned', page: (no) => `/cases/${no}` },
  'caseItem.passPreReview': { kind: 'case_originals', page: (no) => `/cases/${no}` },
  'case.silent': { kind: 'case_silent', page: (no) => `/cases/${no}` },
  'caseItem.lapse': { kind: 'case_lapsed', page: (no) => `/cases/${no}` },
  'caseItem.cancel': { kind: 'case_cancelled', page: (no) => `/cases/${no}` },
}

/** Tells the applicant what happened to the case. */
export async function handleCaseNotice(
  { event = '', caseId, parentId, workId }: Payload,
  at: number,
): Promise<void> {
  const told = NOTICES[event]
  if (!told) throw new Error(`no notice for ${event}`)
  const { row, bundle } = await look(who(at), (reading) => loadCaseById(reading, caseId ?? parentId ?? ''))
  const notice = event === 'case.closed' && bundle.lifeEvent.solemn ? SOLEMN_END : told
  const events = workId ? await look(who(at), (reading) => timeline(reading.tx, workId)) : []
  const happened = events.findLast(({ move }) => `caseItem.${move}` === event)
  const item = workId ? await look(who(at), (reading) => workOf(reading.tx, workId)) : undefined
  // One request for correction concerns several items but is one message.
  const about = event === 'caseItem.ask' ? row.id : (workId ?? row.id)
  await perform(who(at), (act) =>
    tell(
      act,
      row.applicantId,
      notice.kind,
      `${event} ${about} ${happened?.at ?? ''}`,
      { no: row.no, name: bundle.lifeEvent.title, ...(item && { item: itemOf(bundle, item.topic).name }) },
      notice.page(row.no),
    ),
  )
}
