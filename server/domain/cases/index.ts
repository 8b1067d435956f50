/**
 * Cases: one application in the authorities' hands; one work item per service item, started in the order of their
 * prerequisites. Level 4. What a case item may do stands in shared/cases/moves.ts.
 */
export { sendCase } from './send.ts'
export { acceptCase } from './accept.ts'
export { askCorrection } from './ask-correction.ts'
export { correctionForm, correctCase } from './correct.ts'
export { planInspection } from './inspect.ts'
export { decideItem } from './decide.ts'
export { handleParcel, noteParcelOf } from './parcel.ts'
export {
  caseAtCounter,
  documentAtCounter,
  itemAtCounter,
  signForDocument,
  type CaseAtCounter,
} from './at-counter.ts'
export { lookUpInCase } from './look-up.ts'
export { cameOfDraft, hasInHands } from './in-hands.ts'
export { checkAfresh } from './check-afresh.ts'
export { revealOfCase, revealOfItem } from './reveal.ts'
export { supplyMaterial } from './supply.ts'
export { confirmArrival } from './confirm-arrival.ts'
export { useOpinions } from './opinions.ts'
export { promiserOf } from './promised.ts'
export { withdrawCase } from './withdraw.ts'
export { presentOwnCase } from './present-own.ts'
export { presentDeskCase, presentItem } from './present-desk.ts'
export { presentBeside } from './beside.ts'
export { ownCases } from './own-cases.ts'
export { casesAtCounter } from './cases-of-visitor.ts'
export { caseForOutside, type OutsideCase } from './for-outside.ts'
export { caseCounts } from './store.ts'
export { caseForRating, type RatedCase } from './for-rating.ts'
export { applicationsSeen } from './noticed.ts'
export { publicities } from './publicity.ts'
export { useCaseTerms } from './terms.ts'
export { documentOf, fileOfCase } from './documents.ts'
export { handleRemember } from './remember.ts'
export {
  handleReceipt,
  handleDocument,
  handleRevoke,
  handleInstant,
  handleComplete,
  handleAdvance,
  handleCaseNotice,
  handleAwait,
  handleSilence,
  handleLapse,
  handleLapseLate,
  handleRemind,
  handleEndPublicity,
} from './jobs.ts'
