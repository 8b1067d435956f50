import type { Department, Policy } from '../catalog/documents.ts'
import { guideDepartment } from '../guides/department.ts'
import { sayCondition, type ElementOf } from '../guides/say-condition.ts'
import type { Condition } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import type { ConditionLine, PolicyPage, PolicySummary } from './views.ts'

/** Whether a policy is in force on a day; its last day counts. */
export function isInForce({ validFrom, validTo }: Policy, day: string): boolean {
  return validFrom <= day && day <= validTo
}

export function summaryOf(policy: Policy, department: Department, day: string, lang: Lang): PolicySummary {
  const { code, name, target, benefit, mode, validFrom, validTo } = policy
  return {
    code,
    name: name[lang],
    target: target[lang],
    benefit: { kind: benefit.kind[lang], text: benefit.text[lang], capFen: benefit.capFen },
    mode,
    department: guideDepartment(department, lang),
    validFrom,
    validTo,
    inForce: isInForce(policy, day),
  }
}

/** A policy with its conditions in words, and where they come from. */
export function pageOf(
  policy: Policy,
  department: Department,
  elementOf: ElementOf,
  day: string,
  lang: Lang,
): PolicyPage {
  const lines = (parts: Condition[]) => parts.map((part) => lineOf(part, elementOf, lang))
  return {
    ...summaryOf(policy, department, day, lang),
    conditions: lines('all' in policy.rule ? policy.rule.all : [policy.rule]),
    steps: policy.steps.map((step) => step[lang]),
    basis: policy.basis.map((basis) => basis[lang]),
    basisSource: policy.basisSource ?? null,
    verified: policy.verified,
    promisedDays: policy.promisedDays,
  }
}

function lineOf(condition: Condition, elementOf: ElementOf, lang: Lang): ConditionLine {
  const lines = (parts: Condition[]) => parts.map((part) => lineOf(part, elementOf, lang))
  if ('all' in condition) return { combine: 'all', parts: lines(condition.all) }
  if ('any' in condition) return { combine: 'any', parts: lines(condition.any) }
  if ('not' in condition && !('element' in condition.not))
    return { combine: 'not', parts: lines([condition.not]) }
  return { text: sayCondition(condition, elementOf, lang) }
}
