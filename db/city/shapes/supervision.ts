import * as v from 'valibot'
import { ASSIGNMENT_MODES, type AssignmentRules } from '#shared/work/assignment.ts'
import type { SupervisionRules } from '#shared/supervision/rules.ts'
import { code, count, type Shape } from './values.ts'

const some = v.pipe(v.number(), v.integer(), v.minValue(1, 'is too small; write 1 or more'))
const percent = v.pipe(count, v.maxValue(100, 'is too big; write at most 100'))

export const assignmentRules: Shape<AssignmentRules> = v.strictObject({
  idleHours: some,
  units: v.array(
    v.strictObject({
      unit: code,
      mode: v.picklist(ASSIGNMENT_MODES),
    }),
  ),
})

export const supervisionRules: Shape<SupervisionRules> = v.strictObject({
  riskDays: count,
  spotChecks: v.strictObject({ rulePercent: percent, personPercent: percent, answerDays: some }),
  promises: v.strictObject({ checkDays: some, withheldDays: some }),
})
