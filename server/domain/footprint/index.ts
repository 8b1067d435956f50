/**
 * My data (数据足迹): who looked at whose facts, when and why; questions about look-ups and reports of wrong values
 * (数据异议), which are work items; what a person agreed to. Level 5. Reads the log that the exchange writes; what it must
 * know of drafts and cases is given to it by `useApplications`.
 */
export { enterpriseLooks, ownLooks, readLook } from './read.ts'
export { askWhy } from './ask.ts'
export { answerQuestion, readQuestion } from './answer.ts'
export { caseObjectionForm, object, objectionForm, raiseObjection } from './object.ts'
export { dispatchObjection, readDeskObjection, verifyObjection } from './verify.ts'
export { ownReports, readConsents, readObjection } from './own.ts'
export { fileOfObjection } from './evidence-file.ts'
export { objectionsIn, type CaseObjection } from './in-case.ts'
export { openObjectionsOf } from './store/reports.ts'
export { handleReportNotice } from './jobs.ts'
export { useApplications, type Applications, type NoticedFact, type NoticedPlace } from './applications.ts'
