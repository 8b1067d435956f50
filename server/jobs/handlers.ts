import {
  handleAdvance,
  handleCaseNotice,
  handleComplete,
  handleInstant,
  handleReceipt,
} from '#domain/cases/index.ts'
import { handleTicketNotice } from '#domain/hotline/index.ts'
import { handleCertificateNotice } from '#domain/certificates/index.ts'
import { handleAcknowledgeDue, handleRectificationNotice } from '#domain/ratings/index.ts'
import type { JobKind, RecurringKind } from '../reactions.ts'
import { purgeExpired } from './housekeeping.ts'

/** Does what a job says. Harmless when done twice; opens its own transactions. */
export type JobHandler = (payload: Record<string, string>, at: number) => Promise<void>

/** Who does which job. */
export const HANDLERS: Readonly<Record<JobKind | RecurringKind, JobHandler>> = {
  'cases.receipt': handleReceipt,
  'cases.instant': handleInstant,
  'cases.complete': handleComplete,
  'cases.advance': handleAdvance,
  'notices.case': handleCaseNotice,
  'notices.ticket': handleTicketNotice,
  'notices.rectification': handleRectificationNotice,
  'notices.certificate': handleCertificateNotice,
  'ratings.acknowledge': handleAcknowledgeDue,
  'housekeeping.purge': purgeExpired,
}
