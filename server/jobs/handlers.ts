import { handleErasedDraft } from '#domain/agreements/index.ts'
import {
  handleAdvance,
  handleCaseNotice,
  handleComplete,
  handleInstant,
  handleReceipt,
  handleRemember,
  handleTick,
} from '#domain/cases/index.ts'
import { handleErase, handleScan } from '#domain/files/index.ts'
import { handleArchive, handleSettle, handleWatch } from '#domain/exchange/index.ts'
import { handleReportNotice } from '#domain/footprint/index.ts'
import {
  handleDispute,
  handleExpire,
  handleFillLate,
  handleInfected,
  handleRefresh,
  handleRevoked,
  handleCertificateRevoked,
  handleUndispute,
} from '#domain/forms/index.ts'
import { handleGrantsTick } from '#domain/grants/index.ts'
import { handleTicketNotice } from '#domain/hotline/index.ts'
import { handleCertificateNotice } from '#domain/certificates/index.ts'
import { handleNonces } from '#domain/provider/index.ts'
import { handleAcknowledgeDue, handleRectificationNotice } from '#domain/ratings/index.ts'
import { handleQueueTick } from '#domain/queue/index.ts'
import { handleScheduled } from '#domain/catalog/index.ts'
import { handleIndex } from '#domain/search/index.ts'
import type { JobKind, RecurringKind } from '../reactions.ts'
import { purgeExpired } from './housekeeping.ts'

/** Does what a job says. Harmless when done twice; opens its own transactions. */
export type JobHandler = (payload: Record<string, string>, at: number) => Promise<void>

/** Who does which job. */
export const HANDLERS: Readonly<Record<JobKind | RecurringKind, JobHandler>> = {
  'cases.receipt': handleReceipt,
  'cases.instant': handleInstant,
  'cases.remember': handleRemember,
  'cases.complete': handleComplete,
  'cases.advance': handleAdvance,
  'notices.case': handleCaseNotice,
  'notices.ticket': handleTicketNotice,
  'notices.rectification': handleRectificationNotice,
  'notices.certificate': handleCertificateNotice,
  'notices.report': handleReportNotice,
  'ratings.acknowledge': handleAcknowledgeDue,
  'search.index': handleIndex,
  'catalog.start': handleScheduled,
  'cases.tick': handleTick,
  'forms.expire': handleExpire,
  'grants.tick': handleGrantsTick,
  'agreements.erase': handleErasedDraft,
  'files.scan': handleScan,
  'files.erase': handleErase,
  'forms.infected': handleInfected,
  'forms.revoked': handleRevoked,
  'forms.certificateRevoked': handleCertificateRevoked,
  'forms.fillLate': handleFillLate,
  'exchange.watch': handleWatch,
  'provider.nonces': handleNonces,
  'exchange.settle': handleSettle,
  'exchange.archive': handleArchive,
  'forms.dispute': handleDispute,
  'forms.undispute': handleUndispute,
  'forms.refresh': handleRefresh,
  'queue.tick': handleQueueTick,
  'housekeeping.purge': purgeExpired,
}
