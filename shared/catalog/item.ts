import type { Condition } from '../rules/condition.ts'
import type { Text } from '../text.ts'

/** An element that an item asks for, perhaps only when something holds. */
export interface Need {
  element: string
  when?: Condition
  optional?: boolean
}

export type ItemType =
  'licence' | 'benefit' | 'confirmation' | 'reward' | 'ruling' | 'other' | 'public-service'

/** How an item is served, domain.md §2.4. */
export interface ServiceTerms {
  serveTo: ('person' | 'enterprise' | 'institution' | 'social-organisation' | 'other')[]
  channels: ('online' | 'counter' | 'post' | 'self-service')[]
  /** Online depth I to IV, domain.md §2.7: 4 means no visit at all. */
  depth: 1 | 2 | 3 | 4
  mobile: boolean
  /** Where it can be applied for from, whatever district one lives in. */
  scope: 'district' | 'city' | 'province' | 'nation'
  /** How it is done from elsewhere. */
  scopeMode: 'online' | 'by-proxy' | 'joint'
  /** Codes of halls that take it; empty when none does. */
  halls: string[]
  powerSource: 'own' | 'delegated' | 'entrusted' | 'authorised'
  /** Working days to decide whether to accept; 5 by the Licensing Law, art. 32. */
  acceptDays: number
  /** Working days to hand over the result; at most 10 by the Licensing Law, art. 44. */
  deliverDays: number
}

/** A procedure that does not count into the days of an item, Licensing Law art. 45 (特别程序). */
export interface SpecialProcedure {
  code: string
  name: Text
  /** Working days it usually takes; null when nobody can say. */
  days: number | null
  basis: Text
  /** When it is needed; absent: always. */
  when?: Condition
}

/** A service item (政务服务事项) with the elements of its guide, domain.md §2.4. */
export interface ServiceItem {
  code: string
  /** Other words people search with. */
  aliases?: Text[]
  /** 12 digits, domain.md §2.3. */
  catalogCode: string
  /** 31 characters: credit code of the department, level, catalogue code. */
  taskCode: string
  name: Text
  /** What the person gets from it, in one plain sentence. */
  summary: Text
  type: ItemType
  department: string
  /** The division that offers it, when not the whole city does. */
  division?: string
  conditions: Text[]
  basis: { law: Text; clause: Text }[]
  /** Working days; null where the law sets none. */
  legalDays: number | null
  /** Working days promised; 0 means on the spot. Never more than legalDays. */
  promisedDays: number
  /** Other promises under a condition; the first that holds counts. */
  promisedDaysIf?: { when: Condition; days: number }[]
  service: ServiceTerms
  /** Cases that are not accepted (不予受理情形). */
  refusals?: Text[]
  /** Limits in number, yearly reports, agencies it needs: shown when they exist. */
  quota?: Text
  annual?: Text
  intermediary?: Text
  specialProcedures?: SpecialProcedure[]
  /** Days, natural ones, for which the intended decision is shown to the public before it is taken (公示). */
  publicity?: { days: number; subject: Text; when?: Condition }
  /** Looked through online first; originals are then seen at the counter (预审). */
  preReview?: boolean
  /** Decided by two people: one proposes, the head of the office decides (domain.md §10.2). */
  fourEyes?: boolean
  /** By how many working days its decision may be put off, once, with approval: 10 by the Licensing Law, art. 42. */
  extensionDays?: number
  /** The law allows to ask for corrections while it is reviewed. */
  asksInReview?: { basis: Text }
  /** May be granted at once on a signed commitment and checked later (告知承诺), when this holds. */
  commitment?: { when?: Condition; text: Text }
  fees: Text | null
  /** Visits in person when the item is applied for alone, and within a life event. */
  trips: { alone: number; bundled: number }
  /** Everything the item's own guide asks for when it is applied for alone. */
  needs: Need[]
  /** Codes of materials the item asks for. */
  materials: string[]
  /** What it gives: a certificate, or a record without one. */
  result: { name: Text; certificate?: string; physical?: boolean }
  /** Facts the decision produces, written through the exchange on granting. */
  outputs?: { element: string; resource: string }[]
  /** Granted by rule at once (秒批) when the rule holds on verified facts. */
  instant?: { name: Text; rule: Condition }
  /** Facts that are looked up afresh before it is granted; those of `instant` when absent. */
  decisive?: string[]
  /** What the reviewer checks, line by line. */
  checkpoints: Text[]
  /** Rights of the applicant when it is denied. */
  remedy: Text
  faqs: { question: Text; answer: Text }[]
}

/**
 * A way a material need not be handed in, domain.md §2.5 replaceBy. resource: the exchange answered; certificate: the
 * wallet holds a valid one of this type; item: an item of this case produces it; signature: signed on the page;
 * commitment: promised on the page (告知承诺).
 */
export interface Exemption {
  by: 'resource' | 'certificate' | 'item' | 'signature' | 'commitment'
  ref: string
}

export interface Material {
  code: string
  name: Text
  hint?: Text
  /** Asked only when this holds. */
  when?: Condition
  optional?: boolean
  exemptBy: Exemption[]
  /** Where it comes from: the applicant has it, a department issued it, or somebody else did. */
  origin?: 'applicant' | 'government' | 'other'
  /** What the reviewer looks at. */
  checkpoints?: Text[]
  /** May be handed in later, within so many working days after acceptance (容缺受理). */
  tolerantDays?: number
  /** The original is to be shown at a counter. */
  original?: boolean
  /** A blank form and a filled sample can be had for it on the guide. */
  form?: boolean
  /** Accepted file kinds; HEIC is turned into JPEG. */
  accept: ('jpg' | 'png' | 'pdf' | 'heic')[]
  /** Most pages, of a PDF or files together. */
  maxPages?: number
  /** Largest size of a file, bytes. */
  maxBytes: number
}
