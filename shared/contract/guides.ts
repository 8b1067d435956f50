import * as v from 'valibot'
import type { Savings } from '../forms/savings.ts'
import { answers, get } from './contract.ts'
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
  how: 'exempt' | 'ownItem' | 'sign' | 'upload' | 'optional'
  /** The register's department, or the item that makes it, for `exempt` and `ownItem`. */
  source: string | null
  /** When it is asked for, in words; null when always. */
  when: string | null
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
}

export interface GuideStage {
  items: GuideItem[]
  /** Names of what must be granted before; empty for what starts at once. */
  after: string[]
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
  conditions: { text: string; otherwise: string; source: string }[]
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
  legalDays: number | null
  promisedDays: number
  fees: string | null
  trips: { alone: number; bundled: number }
  result: { name: string; certificate: boolean; physical: boolean }
  instant: { name: string; conditions: string[] } | null
  materials: GuideMaterial[]
  facts: string[]
  checkpoints: string[]
  basis: { law: string; clause: string }[]
  remedy: string
  faqs: GuideQuestion[]
  /** The life events it is part of. */
  lifeEvents: { code: string; title: string; summary: string }[]
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
  items: { code: string; name: string; summary: string }[]
  policies: number
}

export const guides = {
  list: get('/api/guides', Nothing, answers<GuideList>()),
  event: get('/api/guides/events/:code', v.object({ code: Id }), answers<EventGuide>()),
  item: get('/api/guides/items/:code', v.object({ code: Id }), answers<ItemGuide>()),
}
