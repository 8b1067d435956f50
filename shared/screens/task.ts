/** What the second screen of a counter shows, by reference: its content is read anew each time it is drawn. */
export type ScreenTask =
  /** The application being filled in, as on the page before sending; signed when it is right. */
  | { kind: 'check'; draft: string }
  /** A material that is declared by signing it. */
  | { kind: 'statement'; draft: string; material: string }
  /** A document of a case whose receipt is signed. */
  | { kind: 'receipt'; caseNo: string; document: string }
  /** A result that is handed out. */
  | { kind: 'delivery'; item: string; receiver: string }
  /** The rating of a visit, or of a case that is closed. */
  | { kind: 'rating'; visit: string; caseNo: string }

export type ScreenTaskKind = ScreenTask['kind']

/** What a task is about, by its id or number. */
export function subjectOf(task: ScreenTask): string {
  switch (task.kind) {
    case 'check':
    case 'statement':
      return task.draft
    case 'receipt':
    case 'rating':
      return task.caseNo
    case 'delivery':
      return task.item
  }
}

export const SCREEN_TASKS = [
  'check',
  'statement',
  'receipt',
  'delivery',
  'rating',
] as const satisfies readonly ScreenTaskKind[]

/** A touch so long ago, and nothing is shown any more: whoever was there went away. Milliseconds. */
export const SCREEN_QUIET_MS = 2 * 60_000

/** A code is typed within so long. Milliseconds. */
export const SCREEN_CODE_MS = 5 * 60_000

/** The digits of a code. */
export const SCREEN_CODE_DIGITS = 8

/** The screen asks so often for what is to be shown. Seconds. */
export const SCREEN_POLL_S = 1

/** A word of thanks stays for so long. Milliseconds. */
export const SCREEN_THANKS_MS = 20_000
