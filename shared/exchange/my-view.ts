import type { LoggedOutcome } from './outcome.ts'

/** Kinds of what look-ups are made for: `desk` stands in no case, `outside` is another system. */
export type MatterKind = 'draft' | 'case' | 'match' | 'desk' | 'outside'

/** What look-ups were made for, as the reader may know it. */
export interface MatterSeen {
  title: string
  /** The number people know it by; empty when it has none. */
  no: string
  /** Its own page, when it is the reader's. */
  href: string | null
}

/**
 * Who looked: the product by itself, the product in an application that somebody else fills in, a post of a
 * department, or another system. Never a name.
 */
export type LookBy =
  | { kind: 'machine' | 'other' }
  | { kind: 'post'; title: string; department: string }
  | { kind: 'outside'; name: string }

/** On which ground it was looked. */
export type LookGround =
  /** `own`: it is the reader's own consent, and can be read and revoked. */
  | { kind: 'consent'; id: string; own: boolean }
  | { kind: 'law'; words: string }
  | { kind: 'emergency' }
  | { kind: 'grant' }

/** One look-up in a list. */
export interface LookLine {
  id: string
  resource: string
  provider: string
  /** The department that asked. */
  department: string
  /** Labels of what came; of what was asked for where nothing came. */
  facts: string[]
  outcome: LoggedOutcome
  ground: LookGround
}

/** Look-ups of one moment for one matter. */
export interface LookCard {
  /** When the first of them was made. */
  at: number
  matterKind: MatterKind
  matter: MatterSeen | null
  by: LookBy
  /** Where all rest on the same. */
  ground: LookGround | null
  lines: LookLine[]
}

/** How far back a list goes. */
export const PERIODS = ['month', 'year'] as const

export type Period = (typeof PERIODS)[number]

/** A page of who looked at whose facts. */
export interface LooksView {
  cards: LookCard[]
  /** Goes on with the page after, by the id of the last look-up; null at the end. */
  next: string | null
  /** Departments to choose from. */
  departments: { code: string; name: string }[]
}

/** The reader's own record. */
export interface OwnLooksView extends LooksView {
  /** Whether they act for an enterprise, which has a record too. */
  hasEnterprise: boolean
}

/** The same about an enterprise, by mandate. */
export interface EnterpriseLooksView extends LooksView {
  /** Null while one of several must be chosen. */
  organisation: { id: string; name: string; creditCode: string } | null
  organisations: { id: string; name: string; creditCode: string }[]
}

/** One look-up, whole. */
export interface LookView extends LookLine {
  at: number
  /** 0 while there is no answer. */
  answeredAt: number
  matterKind: MatterKind
  matter: MatterSeen | null
  /** The service item it was needed for; empty when for none. */
  item: string
  by: LookBy
  /** It was answered from what was kept of an earlier look-up. */
  cached: boolean
  /** What was asked for, and whether it came. */
  asked: { field: string; label: string; came: boolean }[]
  /** A register keeps it, whose values can be reported wrong. */
  reportable: boolean
  question: QuestionView | null
  /** The enterprise it is about; null for a person. */
  organisation: { id: string; name: string } | null
}

/** Why did you look? */
export interface QuestionView {
  no: string
  question: string
  askedAt: number
  /** Who answers. */
  department: string
  dueDay: string | null
  answer: string | null
  answeredAt: number
}
