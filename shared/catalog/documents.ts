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

/** A service hall or centre with its counters (政务服务中心, 窗口). */
export interface Hall {
  code: string
  name: Text
  address: Text
  division: string
  phone: string
  /** When it is open, as people read it. */
  hours: Text
  counters: { code: string; name: Text }[]
}

/** A long closed list of values, shared by elements: industries of GB/T 4754, ethnic groups of GB/T 3304. */
export interface CodeList {
  code: string
  name: Text
  /** The standard it was taken from, with its year. */
  source: string
  options: { value: string; label: Text; hint?: Text }[]
}

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
  /** `way`: what remains open to those who are not eligible. */
  eligibility: { rule: Condition; otherwise: Text; source: Text; way?: Text }[]
  situations: Situation[]
  items: BundledItem[]
  lookups: LookupPlan[]
  pages: FormPage[]
  stages?: Stage[]
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
  hall: Hall
  codeList: CodeList
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
