import * as v from 'valibot'
import type { Savings } from '../forms/savings.ts'
import { answers, get } from './contract.ts'
import type { Offer } from '../catalog/offer.ts'
import type { ServiceTerms } from '../catalog/documents.ts'
import { Id, Nothing } from './fields.ts'

/** Whoever decides, and where to ask. */
export interface GuideDepartment {
  name: string
  shortName: string
  phone: string
}

/** How a material is given. `source` says why it need not be handed in. */
export interface GuideMaterial {
  code: string
  name: string
  hint: string | null
  how: 'exempt' | 'ownItem' | 'wallet' | 'sign' | 'commit' | 'upload' | 'optional'
  /** The register's department, the item that makes it, or the certificate, for those that need not be handed in. */
  source: string | null
  /** When it is asked for, in words; null when always. */
  when: string | null
  /** Who has it or issues it. */
  origin: 'applicant' | 'government' | 'other' | null
  /** The original is shown at a counter. */
  original: boolean
  /** May be handed in later, within so many working days of acceptance. */
  laterDays: number | null
}

export interface GuideQuestion {
  question: string
  answer: string
}

export interface GuideItem {
  code: string
  name: string
  summary: string
  department: string
  /** Working days; 0 is on the spot. */
  days: number
  /** By everybody, by those who choose it, or by those whose situation needs it. */
  taken: 'always' | 'chosen' | 'situation'
  instant: boolean
  /** Names of what must be granted before. */
  after: string[]
}

export interface GuideStage {
  items: GuideItem[]
  /** Names of what must be granted before; empty for what starts at once. */
  after: string[]
}

/** A service hall. Counters are their code and name. */
export interface GuideHall {
  code: string
  name: string
  address: string
  hours: string
  phone: string
  counters: string[]
  /** Whether one can come by appointment. */
  bookable: boolean
}

/** Whether it can be applied for now. Days are `YYYY-MM-DD`; `until` is the last. */
export interface GuideOffer {
  state: Offer['state']
  since: string | null
  until: string | null
  notice: string | null
}

/** A special procedure; working days, null when nobody can say. `when` in words; null when always. */
export interface GuideProcedure {
  item: string
  name: string
  days: number | null
  basis: string
  when: string | null
}

/** Days, natural ones, for which something is shown to the public. */
export interface GuidePublicity {
  item: string
  days: number
  subject: string
  when: string | null
}

/** A case in which nothing can be applied for. */
export interface GuideNo {
  when: string
  reason: string
  source: string | null
  way: string | null
  instead: { code: string; title: string } | null
}

/** A case in which items are taken by a counter only. */
export interface GuideCounterCase {
  when: string
  items: { name: string; reason: string }[]
}

/** Somebody else who must agree. */
export interface GuidePerson {
  title: string
  statement: string
  when: string | null
}

/** Ratings of a life event; null before there are any. */
export interface GuideRating {
  count: number
  satisfied: number
}

export interface EventGuide {
  code: string
  title: string
  name: string
  summary: string
  audience: 'person' | 'enterprise'
  who: string
  department: GuideDepartment
  promisedDays: number
  promiseNote: string
  savings: Savings
  stages: GuideStage[]
  /** How many electronic certificates it gives, and how many things to hold. */
  certificates: number
  physical: number
  /** What the items give, by name. */
  results: string[]
  conditions: { text: string; otherwise: string; way: string | null; source: string }[]
  noes: GuideNo[]
  counterCases: GuideCounterCase[]
  people: GuidePerson[]
  procedures: GuideProcedure[]
  publicity: GuidePublicity[]
  inspection: { items: string[]; note: string } | null
  windows: { name: string; from: string; to: string }[]
  /** Cases that are not accepted, of all items. */
  refusals: string[]
  halls: GuideHall[]
  offer: GuideOffer
  /** Which national list names it. */
  nationalList: string | null
  solemn: boolean
  /** The day of the newest document in it. */
  updatedOn: string | null
  materials: GuideMaterial[]
  fees: { item: string; text: string }[]
  deciders: GuideDepartment[]
  basis: { law: string; clause: string }[]
  remedies: string[]
  faqs: GuideQuestion[]
  verified: string[]
  unverified: string[]
  rating: GuideRating | null
}

export interface ItemGuide {
  code: string
  name: string
  summary: string
  type: string
  catalogCode: string
  taskCode: string
  department: GuideDepartment
  conditions: string[]
  /** Cases that are not accepted. */
  refusals: string[]
  legalDays: number | null
  promisedDays: number
  /** Other promises, with the case they are for. */
  promisedIf: { when: string; days: number }[]
  terms: Pick<
    ServiceTerms,
    | 'serveTo'
    | 'channels'
    | 'depth'
    | 'mobile'
    | 'scope'
    | 'scopeMode'
    | 'powerSource'
    | 'acceptDays'
    | 'deliverDays'
  >
  procedures: GuideProcedure[]
  publicity: GuidePublicity[]
  /** What is granted on a signed commitment, and when. */
  commitment: { text: string; when: string | null } | null
  /** Limits in number, yearly reports, agencies it needs. */
  quota: string | null
  annual: string | null
  intermediary: string | null
  fees: string | null
  trips: { alone: number; bundled: number }
  halls: GuideHall[]
  offer: GuideOffer
  updatedOn: string | null
  result: { name: string; certificate: boolean; physical: boolean }
  instant: { name: string; conditions: string[] } | null
  materials: GuideMaterial[]
  facts: string[]
  checkpoints: string[]
  basis: { law: string; clause: string }[]
  remedy: string
  faqs: GuideQuestion[]
  /** The life events it is part of. */
  lifeEvents: { code: string; title: string; summary: string; rating: GuideRating | null }[]
}

/** What the home page lists. */
export interface GuideList {
  lifeEvents: {
    code: string
    title: string
    summary: string
    audience: 'person' | 'enterprise'
    savings: Savings
  }[]
  policies: number
}

export const guides = {
  list: get('/api/guides', Nothing, answers<GuideList>()),
  event: get('/api/guides/events/:code', v.object({ code: Id }), answers<EventGuide>()),
  item: get('/api/guides/items/:code', v.object({ code: Id }), answers<ItemGuide>()),
}
