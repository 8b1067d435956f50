import type { Condition, OtherElement } from '../rules/condition.ts'
import type { Text } from '../text.ts'

/** One plain question that decides what applies. Its answer is the value of an element. */
export interface Situation {
  element: string
  question: Text
  hint?: Text
  showWhen?: Condition
  /** Values ticked to begin with, for multiple choice. */
  preset?: string[]
  effects?: Effect[]
}

/** What follows from an answer. Each says to the person what it means for them. */
export type Effect = { when: Condition; message: Text } & (
  | { effect: 'notice' }
  /** Nothing can be applied for; `way` says what remains open. */
  | { effect: 'block'; way?: Text; source?: Text }
  /** Another life event is the right one. */
  | { effect: 'jump'; lifeEvent: string }
  /** These items, and what waits for them, are taken by a counter only. */
  | { effect: 'counterOnly'; items: string[] }
  /** These items, and what cannot be without them, are not part of it. */
  | { effect: 'dropItem'; items: string[] }
  | { effect: 'switchItem'; from: string; to: string }
  | { effect: 'addMaterial'; item: string; material: string }
  /** Originals of these materials are shown at a counter after sending. */
  | { effect: 'showOriginal'; materials: string[] }
  /** The item will go through one of its special procedures. */
  | { effect: 'specialProcedure'; item: string; procedure: string }
  /** An approval that must be had before; the person confirms that it is. */
  | { effect: 'preApproval'; items: string[] }
)

export type EffectName = Effect['effect']

/** Items that must be granted before; of a list, one is enough. Those not part of the case hold nothing up. */
export type Prerequisite = string | { anyOf: string[] }

/** An item within a life event: when it is in, what must be granted before it may start. */
export interface BundledItem {
  item: string
  include?: Condition
  prerequisites: Prerequisite[]
  /** Free choice of the person; the condition that says it was chosen stands in `include`. */
  chosen?: boolean
  /** Judged when everything it waits for is granted, on what that delivered; otherwise it ends, and this is why. */
  startWhen?: { rule: Condition; otherwise: Text }
  /** Decided within this window of the life event (集中办理), not before it opens. */
  window?: string
}

/** Items that run side by side, for the picture of the flow; what really waits is in the prerequisites. */
export interface Stage {
  title: Text
  items: string[]
}

/** Another person who must agree before it is sent: a parent, a shareholder, an heir, a guardian. */
export interface Participant {
  code: string
  title: Text
  when?: Condition
  /** A repeating group: each of its rows is one person; then the elements below are fields of the group. */
  each?: string
  name: string
  residentId: string
  phone?: string
  /** What this person sees of the application, and nothing else. */
  sees: string[]
  /** What they agree to, as they read it. */
  statement: Text
  /** Materials whose signature is theirs. */
  signs?: string[]
}

/** A check across several fields: when the rule is refuted, the problem stands beside `fields`. */
export interface CrossCheck {
  rule: Condition
  fields: string[]
  message: Text
}

/** A look-up of the exchange that this life event needs: what it asks with, which elements its fields fill. */
export interface LookupPlan {
  resource: string
  when?: Condition
  /** Parameter of the resource to the element that holds its value. */
  ask: Record<string, string>
  /**
   * Of a question about somebody else than the applicant and the enterprise they act for: the elements of which one
   * must hold the number that is asked with, as a register or a certificate gave it. What was typed proves nothing.
   * Empty: nothing proves it in a form, and only who decides looks it up, within the case.
   */
  proof?: string[]
  /** Element to the field of the resource's answer. */
  gives: Record<string, string>
  /**
   * Values that a row must have to count, by field: a marriage that ended and a record that was withdrawn say nothing,
   * and prove nothing. Empty: what the resource says of its state does not end the relation.
   */
  only?: Record<string, string | number | boolean>
  /** Rows whose day in this field is more than so many days ago are not for this life event. */
  recent?: { field: string; days: number }
  /** Of these, what the register often does not have yet; guides count it as asked. */
  seldom?: string[]
  /** Elements the person may not change; the others may be corrected and are flagged to the reviewer. */
  locked: string[]
}

/**
 * An answer that follows from what is known, such as mother or father from the gender in one's resident id. It is
 * filled in as known and open to change; the first case that holds counts.
 */
export interface Inference {
  element: string
  cases: { when: Condition; value: string | number | boolean | OtherElement }[]
}

/** What a certificate in the applicant's wallet fills in: element of the form to the element on its face. */
export interface WalletPlan {
  certificate: string
  gives: Record<string, string>
}

export interface FormPage {
  code: string
  title: Text
  /** As the desk heads these facts; the title when absent. */
  recordTitle?: Text
  lead?: Text
  elements: string[]
}

/** A life event (一件事): several items bundled into one application. */
export interface LifeEvent {
  code: string
  /** Its place in lists, from 1: the order of a life, what is heavy last. Those without come after. */
  place?: number
  /** In plain words, as people say it: 生孩子. */
  title: Text
  /** As the official list names it: 新生儿出生. */
  name: Text
  summary: Text
  /** Other words people search with. */
  aliases: Text[]
  audience: 'person' | 'enterprise'
  who: Text
  department: string
  /** `way`: what remains open to those who are not eligible. */
  eligibility: { rule: Condition; otherwise: Text; source: Text; way?: Text }[]
  situations: Situation[]
  items: BundledItem[]
  lookups: LookupPlan[]
  wallet?: WalletPlan[]
  infers?: Inference[]
  pages: FormPage[]
  stages?: Stage[]
  /**
   * Elements that together name whom or what it is about (the child, the deceased), so that a request that two people
   * make for the same is found; absent where that is the applicant or the enterprise.
   */
  about?: string[]
  /** One visit of several departments (联合踏勘). */
  jointInspection?: { items: string[]; note: Text }
  participants?: Participant[]
  checks?: CrossCheck[]
  /** Periods of the year in which things happen, such as the enrolment; `apply` names the one for applications. */
  windows?: { code: string; name: Text; from: string; to: string }[]
  applyWindow?: string
  /** Working days promised for the whole, without printing and post. */
  promisedDays: number
  promiseNote: Text
  /** Topics on which nobody is asked for a rating and nothing is celebrated. */
  solemn?: boolean
  /** Which national list names it. */
  nationalList?: Text
  faqs: { question: Text; answer: Text }[]
  verified: Text[]
  unverified: Text[]
}
