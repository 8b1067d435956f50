import { MOVES_WITH_DOCUMENT } from '#shared/cases/documents.ts'

/** What follows besides formal documents, which follow from the table of moves. */
const LISTED: Readonly<Record<string, readonly JobKind[]>> = {
  'draft.erased': ['agreements.erase', 'screens.erase'],
  'case.sent': ['cases.receipt', 'cases.instant', 'cases.remember', 'notices.case'],
  'caseItem.ask': ['cases.await', 'notices.case'],
  'case.accepted': ['notices.case'],
  'caseItem.accept': ['cases.instant'],
  'caseItem.release': ['cases.instant'],
  'caseItem.supply': ['cases.instant'],
  'caseItem.grant': ['cases.complete', 'supervision.draw'],
  'caseItem.retry': ['cases.complete'],
  'caseItem.complete': ['cases.advance', 'notices.case'],
  'caseItem.issue': ['cases.advance', 'cases.await', 'notices.case'],
  'caseItem.close': ['cases.advance'],
  'caseItem.approveGrant': ['cases.complete', 'supervision.draw'],
  'caseItem.approveDenial': ['cases.advance', 'notices.case'],
  'caseItem.redirect': ['cases.advance', 'notices.case'],
  'caseItem.receptionOver': ['cases.silence'],
  'caseItem.acceptBySilence': ['cases.instant'],
  'case.silent': ['notices.case'],
  'caseItem.askInReview': ['cases.await', 'notices.case'],
  'caseItem.returnPreReview': ['cases.await', 'notices.case'],
  'caseItem.expect': ['cases.await'],
  'caseItem.passPreReview': ['notices.case'],
  'caseItem.suspend': ['notices.case'],
  'caseItem.extend': ['notices.case'],
  'caseItem.post': ['notices.case'],
  'caseItem.comeBack': ['notices.case', 'cases.await'],
  'parcel.arrived': ['cases.parcel'],
  'parcel.returned': ['cases.parcel'],
  'caseItem.revoke': ['cases.revokeCertificate', 'supervision.revoked', 'notices.case'],
  'caseItem.deny': ['cases.advance', 'notices.case'],
  'caseItem.refuse': ['cases.advance', 'notices.case'],
  'caseItem.cancel': ['cases.advance', 'notices.case'],
  'caseItem.withdraw': ['cases.advance'],
  'case.inspection': ['notices.case'],
  'caseItem.startProcedure': ['notices.case'],
  'caseItem.publicise': ['cases.await', 'notices.case'],
  'caseItem.lapse': ['cases.advance', 'notices.case'],
  'case.closed': ['notices.case'],
  'ticket.dispatch': ['notices.ticket'],
  'ticket.decline': ['notices.ticket'],
  'ticket.reply': ['notices.ticket'],
  'rectification.contact': ['notices.rectification'],
  'rectification.answer': ['notices.rectification'],
  'lookupQuestion.answer': ['notices.report'],
  'dataObjection.dispatch': ['notices.report'],
  'dataObjection.correct': ['notices.report'],
  'dataObjection.reject': ['notices.report'],
  'consent.revoked': ['forms.revoked'],
  'objection.filed': ['forms.dispute'],
  'objection.corrected': ['forms.refresh'],
  'objection.rejected': ['forms.undispute'],
  'certificate.revoked': ['notices.certificate', 'forms.certificateRevoked'],
  'catalog.published': ['search.index', 'work.succeed'],
  'file.unscanned': ['files.scan'],
  'file.infected': ['files.erase', 'forms.infected'],
  'file.erased': ['files.erase'],
}

/**
 * What happens when …: event → jobs. Events are `<kind of work>.<move>` or `<module>.<event>`; jobs are rows written in
 * the same transaction, done by the handlers of server/jobs/handlers.ts.
 */
export const REACTIONS: Readonly<Record<string, readonly JobKind[]>> = {
  ...LISTED,
  ...Object.fromEntries(
    MOVES_WITH_DOCUMENT.map((move): [string, JobKind[]] => {
      const event = `caseItem.${move}`
      return [event, [...(LISTED[event] ?? []), 'cases.document']]
    }),
  ),
}

export type JobKind =
  | 'agreements.erase'
  | 'screens.erase'
  | 'cases.receipt'
  | 'cases.document'
  | 'cases.instant'
  | 'cases.remember'
  | 'cases.complete'
  | 'cases.advance'
  | 'cases.await'
  | 'cases.silence'
  | 'work.recompute'
  | 'cases.parcel'
  | 'cases.lapse'
  | 'cases.lapseLate'
  | 'cases.remind'
  | 'cases.endPublicity'
  | 'cases.revokeCertificate'
  | 'notices.case'
  | 'notices.ticket'
  | 'notices.rectification'
  | 'notices.certificate'
  | 'notices.report'
  | 'notices.deliver'
  | 'ratings.acknowledge'
  | 'search.index'
  | 'supervision.draw'
  | 'supervision.revoked'
  | 'work.assign'
  | 'work.succeed'
  | 'catalog.start'
  | 'files.scan'
  | 'files.erase'
  | 'forms.infected'
  | 'forms.revoked'
  | 'forms.certificateRevoked'
  | 'forms.fillLate'
  | 'forms.dispute'
  | 'forms.undispute'
  | 'forms.refresh'

/** Work that recurs by itself, see server/jobs/schedule.ts. */
export type RecurringKind =
  | 'housekeeping.purge'
  | 'work.due'
  | 'work.idle'
  | 'forms.expire'
  | 'queue.tick'
  | 'parcels.tick'
  | 'notices.reports'
  | 'screens.tick'
  | 'grants.tick'
  | 'exchange.watch'
  | 'provider.nonces'
  | 'exchange.settle'
  | 'exchange.archive'
