/** What is watched over and how closely, `db/city/supervision.json`. */
export interface SupervisionRules {
  /** So many working days before its due day work is at risk. */
  riskDays: number
  spotChecks: {
    /** How many of a hundred decisions made by rule are drawn for a person to check. */
    rulePercent: number
    /** How many of a hundred decisions made by people. */
    personPercent: number
    /** Working days in which the head of office answers what was found wrong. */
    answerDays: number
  }
  /** What was granted on a promise in place of a proof (告知承诺). */
  promises: {
    /** Working days after the decision by which a person has checked it. */
    checkDays: number
    /** Natural days in which whoever broke one may promise nothing more. */
    withheldDays: number
  }
}
