import type { Level } from './levels.ts'

/** A tag of the national list. */
export interface TagChoice {
  code: string
  level: Level
  label: string
}

/** A word of the department, in the order they came. */
export interface RectificationEvent {
  move: string
  at: number
  note: string | null
}

/** How far putting a bad rating right has come. */
export interface RectificationProgress {
  state: string
  department: string
  dueDay: string | null
  timeline: RectificationEvent[]
  /** What this reader may do next. */
  moves: string[]
}

/** A rating as its rater sees it. */
export interface GivenRating {
  level: number
  tags: string[]
  text: string
  ratedAt: number
  answer: string | null
  answeredAt: number | null
  /** Null for ratings that need no putting right. */
  rectification: RectificationProgress | null
}

/** The page of a rating: the case, and the rating already given or the tags to choose from. */
export interface RatingPage {
  caseNo: string
  /** Of a visit to a counter: there is no case behind it. */
  visit: boolean
  title: string
  closedAt: number
  tags: TagChoice[]
  rating: GivenRating | null
}

/** A bad rating at the department. Who rated is not shown, nor the number of the case: raters are protected. */
export interface DeskRectification extends RectificationProgress {
  id: string
  no: string
  /** The life event that was rated. */
  title: string
  level: number
  tags: string[]
  text: string
  ratedAt: number
  answer: string | null
  answeredAt: number | null
  /** Working days left, negative when overdue. */
  daysLeft: number | null
  provisional: boolean
}

/** What the public sees of ratings. */
export interface RatingFigures {
  count: number
  /** Levels 3 to 5. */
  satisfied: number
  /** Levels 1 and 2. */
  bad: number
  /** Bad ratings that were answered. */
  rectified: number
}
