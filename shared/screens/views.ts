import type { CheckView } from '../forms/view.ts'
import type { TagChoice } from '../ratings/views.ts'
import type { ScreenTaskKind } from './task.ts'

/** What a second screen needs to know to stay fresh. */
export interface ScreenState {
  paired: boolean
  version: number
  /** Whether something of somebody is shown. */
  shown: boolean
}

/** What a second screen shows. */
export interface ScreenView extends ScreenState {
  /** Null while nothing is shown. */
  task: ScreenShown | null
  /** What was just done, for a word of thanks; nothing of whom it was about. */
  thanks: 'signed' | 'wrong' | 'rated' | null
}

/** A task with its content, in the language of the screen; `seen` is a mark of what is shown. */
export type ScreenShown = { seen: string } & (
  | { kind: 'check'; name: string; check: CheckView }
  | {
      kind: 'statement' | 'receipt' | 'delivery'
      /** Whose signature it takes. */
      name: string
      title: string
      /** What one signs for, in full. */
      text: string
      rows: { label: 'case' | 'number' | 'item' | 'department' | 'holder'; value: string }[]
    }
  | { kind: 'rating'; title: string; tags: TagChoice[] }
)

/** A clerk's second screen, as the clerk sees it. */
export interface DeskScreenView {
  paired: boolean
  /** The last sign of life, epoch milliseconds; 0 for none. */
  seenAt: number
  /** What was pushed last and still stands. */
  task: { kind: ScreenTaskKind; subject: string } | null
  outcome: '' | 'done' | 'wrong'
  version: number
}
