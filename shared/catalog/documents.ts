import type { DataElement } from '../elements/element.ts'
import type { Condition } from '../rules/condition.ts'
import type { Text } from '../text.ts'

/** A department, a hospital or an office that decides items. `unit` in grants and work items is its code. */
export interface Department {
  code: string
  name: Text
  shortName: Text
  /** Unified social credit code, GB 32100-2015. */
  creditCode: string
  phone: string
}

/** An administrative division of the city: 6 digits for districts, 9 for streets, 12 for communities, 15 for grids. */
export interface Division {
  code: string
  parent: string | null
  level: 'city' | 'district' | 'street' | 'community' | 'grid'
  name: Text
}

/** An element that an item asks for, perhaps only when something holds. */
export interface Need {
  element: string
  when?: Condition
  optional?: boolean
}

export type ItemType =
  'licence' | 'benefit' | 'confirmation' | 'reward' | 'ruling' | 'other' | 'public-service'

/** A service item (政务服务事项) with the elements of its guide, domain.md §2.4. */
export interface ServiceItem {
  code: string
  /** 12 digits, domain.md §2.3. */
  catalogCode: string
  /** 31 characters: credit code of the department, level, catalogue code. */
  taskCode: string
  name: Text
  /** What the person gets from it, in one plain sentence. */
  summary: Text
  type: ItemType
  department: string
  conditions: Text[]
  basis: { law: Text; clause: Text }[]
  /** Working days; null where the law sets none. */
  legalDays: number | null
  /** Working days promised; 0 means on the spot. Never more than legalDays. */
  promisedDays: number
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
  /** What the reviewer checks, line by line. */
  checkpoints: Text[]
  /** Rights of the applicant when it is denied. */
  remedy: Text
  faqs: { question: Text; answer: Text }[]
}

/** A way a material need not be handed in, domain.md §2.5 replaceBy. */
export interface Exemption {
  /** resource: the exchange answered; item: an item of this case produces it; signature: signed on the page. */
  by: 'resource' | 'item' | 'signature'
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
  /** Accepted file kinds. */
  accept: ('jpg' | 'png' | 'pdf')[]
  /** Largest size of a file, bytes. */
  maxBytes: number
}

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

/** What follows from an answer: a message, an item that only a counter can take, or a full stop. */
export interface Effect {
  when: Condition
  effect: 'notice' | 'counterOnly' | 'block'
  /** The item that goes to the counter, for `counterOnly`. */
  item?: string
  message: Text
}

/** An item within a life event: when it is in, what must be granted before it may start. */
export interface BundledItem {
  item: string
  include?: Condition
  /** Codes of items; one that is not part of the case does not hold anything up. */
  prerequisites: string[]
  /** Free choice of the person; the condition that says it was chosen stands in `include`. */
  chosen?: boolean
}

/** A look-up of the exchange that this life event needs: what it asks with, which elements its fields fill. */
export interface LookupPlan {
  resource: string
  when?: Condition
  /** Parameter of the resource to the element that holds its value. */
  ask: Record<string, string>
  /** Element to the field of the resource's answer. */
  gives: Record<string, string>
  /** Elements the person may not change; the others may be corrected and are flagged to the reviewer. */
  locked: string[]
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
  eligibility: { rule: Condition; otherwise: Text; source: Text }[]
  situations: Situation[]
  items: BundledItem[]
  lookups: LookupPlan[]
  pages: FormPage[]
  /** Working days promised for the whole, without printing and post. */
  promisedDays: number
  promiseNote: Text
  /** Topics on which nobody is asked for a rating and nothing is celebrated. */
  solemn?: boolean
  faqs: { question: Text; answer: Text }[]
  verified: Text[]
  unverified: Text[]
}

/** A resource of the shared exchange (数据资源). */
export interface Resource {
  code: string
  name: Text
  provider: string
  sharing: 'unconditional' | 'conditional' | 'none'
  /** Names of the parameters it is asked with, and the fields it answers. */
  inputs: string[]
  outputs: string[]
  /** Why it is asked, in words for the consent page. */
  purpose: Text
  connector: string
}

/** One line of a certificate's layout; drawn top to bottom. `element` values are read from the case's facts. */
export type LayoutBlock =
  | { block: 'title'; text: Text }
  | { block: 'pairs'; pairs: { label: Text; element: string }[] }
  | { block: 'paragraph'; text: Text }
  | { block: 'space'; height: number }

/** A certificate type with its template (证照类型, 模板). */
export interface CertificateType {
  code: string
  name: Text
  /** 21 characters: credit code of the defining body and three digits, domain.md §6.2. */
  typeCode: string
  issuer: string
  /** Months of validity; null = for good (9999-12-31). */
  validMonths: number | null
  /** Elements whose value names the holder. */
  holder: { name: string; residentId?: string }
  /** Shown on the public verify page; names are masked there. */
  publicElements: string[]
  layout: LayoutBlock[]
}

/** A policy for enterprises (惠企政策). Amounts in fen. */
export interface Policy {
  code: string
  name: Text
  department: string
  mode: 'apply-free' | 'fast' | 'claim' | 'declare'
  target: Text
  basis: Text[]
  basisSource?: string
  verified: boolean
  validFrom: string
  validTo: string
  rule: Condition
  benefit: { kind: Text; text: Text; capFen: number | null }
  promisedDays: number
  steps: Text[]
}

/** A rating tag of the national list; its level is the first digit of the code, domain.md §4.3. */
export interface RatingTag {
  code: string
  level: 1 | 2 | 3 | 4 | 5
  label: Text
}

/** The hotline's settings: kinds of ticket, their limits, categories. */
export interface HotlineSettings {
  kinds: { code: string; label: Text; signHours: number; handleDays: number }[]
  categories: { code: string; label: Text; department: string }[]
  urgentWords: string[]
  urgentNotice: Text
  notAccepted: { code: string; label: Text; advice: Text }[]
}

/** Every kind of catalogue document, by the name of its kind. */
export interface Documents {
  department: Department
  division: Division
  element: DataElement
  resource: Resource
  material: Material
  item: ServiceItem
  lifeEvent: LifeEvent
  certificateType: CertificateType
  policy: Policy
  ratingTag: RatingTag
}

export type DocumentKind = keyof Documents
