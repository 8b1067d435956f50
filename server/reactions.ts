/**
 * What happens when …: event → jobs. Events are `<kind of work>.<move>` or `<module>.<event>`; jobs are rows written in
 * the same transaction, done by the handlers of server/jobs/handlers.ts.
 */
export const REACTIONS: Readonly<Record<string, readonly JobKind[]>> = {
  'draft.erased': ['agreements.erase'],
  'case.sent': ['cases.receipt', 'cases.instant', 'cases.remember', 'notices.case'],
  'caseItem.ask': ['notices.case'],
  'case.accepted': ['notices.case'],
  'caseItem.accept': ['cases.instant'],
  'caseItem.release': ['cases.instant'],
  'caseItem.grant': ['cases.complete'],
  'caseItem.retry': ['cases.complete'],
  'caseItem.complete': ['cases.advance', 'notices.case'],
  'caseItem.deny': ['cases.advance', 'notices.case'],
  'caseItem.refuse': ['cases.advance', 'notices.case'],
  'caseItem.cancel': ['cases.advance', 'notices.case'],
  'caseItem.withdraw': ['cases.advance'],
  'case.inspection': ['notices.case'],
  'caseItem.startProcedure': ['notices.case'],
  'caseItem.publicise': ['notices.case'],
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
  'catalog.published': ['search.index'],
  'file.unscanned': ['files.scan'],
  'file.infected': ['files.erase', 'forms.infected'],
  'file.erased': ['files.erase'],
}

export type JobKind =
  | 'agreements.erase'
  | 'cases.receipt'
  | 'cases.instant'
  | 'cases.remember'
  | 'cases.complete'
  | 'cases.advance'
  | 'notices.case'
  | 'notices.ticket'
  | 'notices.rectification'
  | 'notices.certificate'
  | 'notices.report'
  | 'ratings.acknowledge'
  | 'search.index'
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
  | 'cases.tick'
  | 'forms.expire'
  | 'queue.tick'
  | 'grants.tick'
  | 'exchange.watch'
  | 'provider.nonces'
  | 'exchange.settle'
  | 'exchange.archive'
