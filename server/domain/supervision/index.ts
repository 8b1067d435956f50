/**
 * Who does the work: who has it on their desk, by hand or by rule; stand-ins and hand-overs; successors of dissolved
 * departments; and whoever watches over it: what is at risk, orders, spot checks, exports. Level 9.
 */
export { assignWork, claimWork, putBackWork, readHold } from './hold.ts'
export { answerOrder, orderWork } from './order.ts'
export { readLoads, readSupervision } from './overview.ts'
export { listSupervised, type Wanted } from './list.ts'
export { exportSupervised, type Exported } from './export.ts'
export { drawChecks, handleDraw } from './draw.ts'
export { checkDecision, readChecks } from './check.ts'
export { endAbsenceAtDesk, enterAbsenceAtDesk, readAbsences } from './absences.ts'
export { handOver, readHandOver } from './hand-over.ts'
export { useSupervision } from './rules.ts'
export { handleAssign } from './assign.ts'
export { handleIdle } from './idle.ts'
export { handleSucceed, successorOf } from './succeed.ts'
export { isPromiseWithheld, liftPromise } from './promises.ts'
export { handleOrderRevoked } from './jobs.ts'
