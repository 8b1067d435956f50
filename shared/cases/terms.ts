/** How long an application waits for the applicant, and for results to be collected. Data: `db/city/case-terms.json`. */
export interface CaseTerms {
  /** Natural days in which a request for correction is answered. */
  correctionDays: number
  /** Natural days in which an application that was returned after its first look is sent again. */
  returnedDays: number
  /** Natural days in which originals that were promised by post arrive. */
  awaitedDays: number
  /** Results that nobody collects: reminded after so many natural days each time, so many times. */
  collect: { everyDays: number; times: number }
}
