import type { GuideHall, GuideMaterial, GuideStage } from '../contract/guides.ts'
import type { FieldView } from '../forms/view.ts'
import type { Verdict } from '../rules/judge.ts'

/** An item under the answers so far. `why` says what decides or has decided about it; null when everybody has it. */
export interface ApplyingItem {
  code: string
  name: string
  department: string
  why: string | null
}

/**
 * An item that is not part of it: left to the person and not chosen; its condition, said in `why`, is not met; or an
 * answer's effect says so in its own words.
 */
export interface LeftOutItem extends ApplyingItem {
  because: 'notChosen' | 'condition' | 'said'
}

/** What is in, what is out and why, under the answers so far. */
export interface AppliesView {
  /** In for certain. */
  items: ApplyingItem[]
  /** In unless an answer to come says no. */
  open: ApplyingItem[]
  out: LeftOutItem[]
  /** Taken by a counter only. */
  counter: ApplyingItem[]
  notices: string[]
}

/** Why nothing can be applied for: the reason, where it is from, and the way that remains open. */
export interface BlockView {
  reason: string
  source: string | null
  way: string | null
  /** The life event that is the right one instead. */
  instead: { code: string; title: string } | null
}

/** A condition of the whole: judged by the answers, or for oneself to check. */
export interface EligibilityView {
  text: string
  verdict: Verdict
  /** What is said, and what remains open, when it is not met. */
  otherwise: string
  way: string | null
  source: string
}

/** A question that was answered: the answer as it is read and as it is typed. */
export interface GivenAnswer {
  step: string
  question: string
  shown: string
}

/** What an application comes to when everything is answered. */
export interface OutcomeView {
  stages: GuideStage[]
  /** Working days promised for the whole, and what is said with it. */
  promisedDays: number
  promiseNote: string
  materials: OutcomeMaterial[]
  /** Who else must agree before it is sent; `when` where it depends on what the registers say. */
  participants: { title: string; statement: string; when: string | null }[]
  procedures: { item: string; name: string; days: number | null; basis: string; message: string | null }[]
  publicity: { item: string; days: number; subject: string; when: string | null }[]
  inspection: { items: string[]; note: string } | null
  fees: { item: string; text: string }[]
  /** Visits in person that remain, by item. */
  visits: { item: string; trips: number }[]
  /** What will be asked and neither the registers nor the account know. */
  atHand: string[]
  halls: GuideHall[]
}

export interface OutcomeMaterial extends GuideMaterial {
  /** Why the original is to be shown at a counter, when an answer asks for it. */
  shown: string | null
}

export interface GuidanceView {
  lifeEvent: { code: string; title: string; summary: string; solemn: boolean }
  state: 'asking' | 'blocked' | 'answered'
  /** The question that is asked now, and its place among those asked. */
  question: { step: string; title: string; hint: string; number: number; of: number; field: FieldView } | null
  /** The step before, to go back to. */
  back: string | null
  given: GivenAnswer[]
  /** The valid answers as typed, for the next page's address and for the application. */
  answers: Record<string, string | string[]>
  blocked: BlockView[]
  eligibility: EligibilityView[]
  applies: AppliesView
  outcome: OutcomeView | null
}
