import { handleErasedDraft } from '#domain/agreements/index.ts'
import {
  handleAdvance,
  handleAwait,
  handleCaseNotice,
  handleComplete,
  handleDocument,
  handleEndPublicity,
  handleInstant,
  handleLapse,
  handleLapseLate,
  handleParcel,
  handleReceipt,
  handleRemember,
  handleRemind,
  handleRevoke,
  handleSilence,
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
import { handleDeliver, handleReports } from '#domain/notices/index.ts'
import { handleNonces } from '#domain/provider/index.ts'
import { handleAcknowledgeDue, handleRectificationNotice } from '#domain/ratings/index.ts'
import { handleParcelsTick } from '#domain/parcels/index.ts'
import { handleQueueTick } from '#domain/queue/index.ts'
import { handleScreensTick, handleUnsigned } from '#domain/screens/index.ts'
import { handleScheduled } from '#domain/catalog/index.ts'
import { handleIndex } from '#domain/search/index.ts'
import {
  handleAssign,
  handleDraw,
  handleIdle,
  handleOrderRevoked,
  handleSucceed,
} from '#domain/supervision/index.ts'
import { handleDue, handleRecompute } from '#domain/work/index.ts'
import type { JobKind, RecurringKind } from '../reactions.ts'
import { purgeExpired } from './housekeeping.ts'

/** Does what a job says. Harmless when done twice; opens its own transactions. */
export type JobHandler = (payload: Record<string, string>, at: number) => Promise<void>

/** Who does which job. */
export const HANDLERS: Readonly<Record<JobKind | RecurringKind, JobHandler>> = {
  'cases.receipt': handleReceipt,
  'cases.document': handleDocument,
  'cases.instant': handleInstant,
  'cases.remember': handleRemember,
  'cases.complete': handleComplete,
  'cases.advance': handleAdvance,
  'cases.await': handleAwait,
  'cases.silence': handleSilence,
  'cases.parcel': handleParcel,
  'cases.lapse': handleLapse,
  'cases.lapseLate': handleLapseLate,
  'cases.remind': handleRemind,
  'cases.endPublicity': handleEndPublicity,
  'cases.revokeCertificate': handleRevoke,
  'notices.case': handleCaseNotice,
  'notices.ticket': handleTicketNotice,
  'notices.rectification': handleRectificationNotice,
  'notices.certificate': handleCertificateNotice,
  'notices.report': handleReportNotice,
  'notices.deliver': handleDeliver,
  'notices.reports': handleReports,
  'ratings.acknowledge': handleAcknowledgeDue,
  'search.index': handleIndex,
  'catalog.start': handleScheduled,
  'work.due': handleDue,
  'work.recompute': handleRecompute,
  'work.assign': handleAssign,
  'work.idle': handleIdle,
  'work.succeed': handleSucceed,
  'supervision.draw': handleDraw,
  'supervision.revoked': handleOrderRevoked,
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
  'parcels.tick': handleParcelsTick,
  'screens.tick': handleScreensTick,
  'screens.erase': handleUnsigned,
  'housekeeping.purge': purgeExpired,
}
