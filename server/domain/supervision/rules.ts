import type { SupervisionRules } from '#shared/supervision/rules.ts'

let rules: SupervisionRules = {
  riskDays: 1,
  spotChecks: { rulePercent: 5, personPercent: 0, answerDays: 5 },
  promises: { checkDays: 40, withheldDays: 365 },
}

/** Gives the process what is watched over and how closely. */
export function useSupervision(given: SupervisionRules): void {
  rules = given
}

export function supervisionRules(): SupervisionRules {
  return rules
}
