import type { Text } from '../text.ts'

/** What a formal document may say of the case it belongs to. */
export const OF_CASE = [
  'case',
  'event',
  'sent',
  'applicant',
  // The office that issues it, in full, and its telephone.
  'office',
  'phone',
  // The day and the moment of the act that it tells of.
  'day',
  'moment',
  'count',
] as const

/** What it may say of the items it is about; where there are several, of each once. */
export const OF_ITEM = [
  'item',
  'department',
  // The promise in words, and the days that the act gave.
  'promise',
  'days',
  // The promised last day, and that of the law.
  'due',
  'legal',
  // The last day to put right what was asked for.
  'answer',
  // The words that were written to the applicant with the act.
  'note',
  'basis',
  'remedy',
  'result',
  // What is handed over on paper, and the certificate: empty where there is none.
  'paper',
  'certificate',
  // The special procedure, and the law on which it or a request during review rests.
  'procedure',
  'ground',
  // How the result went to the applicant.
  'way',
  'carrier',
  'tracking',
  'receiver',
  // Who took it for somebody else: number of the card and mandate.
  'agent',
  // The day from which silence counts as acceptance, and the rule that granted: empty of everything else.
  'silent',
  'rule',
] as const

/** What a table has a row for, and what its cells may say besides what any part may. */
export const OF_ROW = {
  items: OF_ITEM,
  /** What must be put right or handed in anew. */
  elements: ['wish', 'about', 'wishNote'],
  /** What was handed in. */
  materials: ['material', 'files'],
  /** What was promised for later. */
  later: ['material', 'until'],
  /** What was promised in place of a proof (告知承诺). */
  promises: ['promised', 'commitment', 'signer'],
} as const

/** Text with placeholders; a part of which one has nothing to say is left out, a cell says “—”. */
export type DocumentPart =
  | { part: 'paragraph'; text: string }
  | { part: 'heading'; text: string }
  | { part: 'pairs'; pairs: { label: string; text: string }[] }
  /** Left out with its heading where it has no row. */
  | {
      part: 'table'
      of: TableOf
      heading?: string
      columns: { title: string; share: number; text: string }[]
    }
  /** Every fact that was sent, under the heading of its page, and who else agreed. */
  | { part: 'application' }
  /** How receiver and clerk signed for what was handed over; lines to sign on where they sign on paper. */
  | { part: 'signatures'; receiver: string; clerk: string }

export type TableOf = keyof typeof OF_ROW

/** A formal document (文书) as the city words it; it is drawn in Chinese. `code` is the kind that moves name. */
export interface DocumentTemplate {
  code: string
  title: Text
  /** The character in its number: 受 of 云溪政服〔2026〕受字第1号 (domain.md §2.6). */
  series: string
  /**
   * The department that issues it where nobody of staff acted; where somebody did, theirs. Without it the department
   * that has the item issues it, whoever acted.
   */
  office?: string
  /** One document for everything of a day, not for each act. */
  gathers?: 'day'
  parts: DocumentPart[]
}

const PLACEHOLDER = /\{([^{}]*)\}/g

/** The names of the placeholders in a text. */
export function placeholdersIn(text: string): string[] {
  return Array.from(text.matchAll(PLACEHOLDER), ([, name = '']) => name)
}

/** Puts values in their places; undefined where one of them has nothing to say. */
export function fillPlaceholders(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (placeholdersIn(text).some((name) => !values[name])) return undefined
  return text.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '')
}
