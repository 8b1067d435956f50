import type { Policy } from '../catalog/documents.ts'
import type { GuideDepartment } from '../contract/guides.ts'
import type { Verdict } from '../rules/judge.ts'

/** A policy in a list. */
export interface PolicySummary {
  code: string
  name: string
  target: string
  benefit: { kind: string; text: string; capFen: number | null }
  mode: Policy['mode']
  department: GuideDepartment
  validFrom: string
  validTo: string
  /** Whether it is in force on the day it was asked for. */
  inForce: boolean
}

/** A condition before it is judged: its words, or how its parts go together. */
export type ConditionLine = { text: string } | { combine: Combine; parts: ConditionLine[] }

export type Combine = 'all' | 'any' | 'not'

export interface PolicyPage extends PolicySummary {
  /** All of them must hold. */
  conditions: ConditionLine[]
  steps: string[]
  basis: string[]
  basisSource: string | null
  /** Whether the department has confirmed every condition. */
  verified: boolean
  promisedDays: number
}

/** A fact as it was judged: what the register calls it, what it says, who said it and when. */
export interface JudgedFact {
  label: string
  value: string
  source: string
  provider: string
  /** `YYYY-MM-DD`. */
  day: string
}

/** Why a fact is not known, and whom to ask. */
export interface MissingFact {
  label: string
  reason: 'unavailable' | 'not_found' | 'not_recorded' | 'not_asked'
  source: string
  provider: string
  phone: string
}

/** A condition as it was judged, in the shape of the rule. */
export type JudgedCondition =
  | { verdict: Verdict; clause: string; fact: JudgedFact | null; missing: MissingFact | null }
  | { verdict: Verdict; combine: Combine; parts: JudgedCondition[] }

export interface JudgedPolicy extends PolicySummary {
  verdict: Verdict
  conditions: JudgedCondition[]
  /** What is not known and would decide; each fact once. */
  missing: MissingFact[]
}

export interface Organisation {
  id: string
  name: string
  creditCode: string
}

export interface EnterpriseMatch {
  /** Those the person may act for; none means that a mandate is needed first. */
  organisations: Organisation[]
  /** The one that was looked up; null while several are to choose from. */
  match: {
    organisation: Organisation
    day: string
    yes: JudgedPolicy[]
    unknown: JudgedPolicy[]
    no: JudgedPolicy[]
  } | null
}
