import type { LookupOutcome } from '../exchange/outcome.ts'
import type { GivenFile, Known } from '../forms/draft.ts'
import type { Text } from '../text.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Provenance } from '../rules/judge.ts'
import type { AfreshFact } from './afresh.ts'

/** A fact of a case, and what the exchange said where the person said otherwise. */
export interface CaseFact {
  value: FactValue
  source: Provenance
  differs?: Known
}

/** A look-up that a member of staff made within the case, with what came. */
export interface LookedUp {
  resource: string
  /** Place of its plan in the life event's list. */
  place: number
  outcome: LookupOutcome
  /** What came, by field; of several matches each. */
  rows: Record<string, FactValue>[]
  /** The department in whose name it was made. */
  unit: string
  at: number
}

/** How a result on paper went to the applicant (送达), domain.md §10.5. */
export interface Delivery {
  mode: 'post' | 'counter'
  carrier?: string
  trackingNo?: string
  /** Who took it. */
  receiver?: string
  /** At the counter: the applicant, or somebody with a mandate that stands in the portal or was shown on paper. */
  by?: 'applicant' | 'agent'
  agentId?: string
  mandate?: 'record' | 'paper'
  /** Both signed by hand on a screen, or the printed record. */
  signing?: 'drawn' | 'paper'
  /** Names and strokes, the path of an SVG in a field of 300 × 100. */
  signed?: { receiver: DrawnName; clerk: DrawnName }
  at: number
}

/** A name and how its bearer signs it. */
export interface DrawnName {
  name: string
  drawn: string
}

/** Everything that was sent, and what decisions added. */
export interface CaseContent {
  facts: Record<string, CaseFact>
  files: Record<string, GivenFile[]>
  /** The application as it was read before sending, one line per fact; never changed. */
  consentId: string | null
  /** Look-ups with several matches of which the applicant said which one is meant, by resource and place in the plan. */
  picked?: string[]
  /** What registers said about decisive facts when they were looked up afresh, by element. */
  afresh?: Record<string, AfreshFact>
  /** What staff looked up within the case. */
  lookedUp?: LookedUp[]
  /** Materials that the applicant signed on the page: as a statement, or in place of a proof (告知承诺). */
  signed?: { material: string; name: string }[]
  /** Materials that may come later and were not handed in with the application. */
  missing?: string[]
  /** Materials promised for later at acceptance (容缺受理), with the day by which they must come. */
  later?: { material: string; dueDay: string }[]
  /** Who else agreed, and what they were shown. */
  agreements?: { role: string; title: Text; name: string; at: number }[]
  /** The one visit of several departments (联合踏勘). */
  inspection?: { day: string; note: string; items: string[] }
  /** How results on paper went to the applicant, by item. */
  deliveries?: Record<string, Delivery>
  /** Documents that were signed for at a counter, by their ids: when. */
  signedFor?: Record<string, number>
  /** Elements that a correction asks for; empty when none is open. */
  correcting: string[]
  /** Materials that the open correction asks for anew, and whether they came. */
  anew?: { material: string; came: boolean }[]
}
