import type { DrawnName } from '#shared/cases/content.ts'
import type { DocumentPart, DocumentTemplate } from '#shared/catalog/documents.ts'
import { fillPlaceholders } from '#shared/catalog/document-template.ts'
import type { LetterPart } from '../certificates/index.ts'
import type { Told } from './document-acts.ts'
import { applicationParts } from './document-application.ts'
import { rowsOf } from './document-rows.ts'
import { together, valuesOfCase, valuesOfItem, type Values } from './document-values.ts'
import type { LoadedCase } from './load.ts'

/** Stands in a cell that has nothing to say. */
const NOTHING = '—'

/** A template filled in: what it says of this case and these acts, without what has nothing to say. */
export function letterParts({ parts }: DocumentTemplate, loaded: LoadedCase, told: Told): LetterPart[] {
  const ofCase: Values = valuesOfCase(loaded, told)
  const ofItems = together(told.happened.map((each) => valuesOfItem(loaded, each)))
  return parts.flatMap((part) => fill(part, { ...ofItems, ...ofCase }))

  function fill(part: DocumentPart, values: Values): LetterPart[] {
    switch (part.part) {
      case 'paragraph':
      case 'heading': {
        const text = fillPlaceholders(part.text, values)
        return text ? [{ part: part.part, text }] : []
      }
      case 'pairs': {
        const pairs = part.pairs.flatMap(({ label, text }) => {
          const value = fillPlaceholders(text, values)
          return value ? [{ label, value }] : []
        })
        return pairs.length > 0 ? [{ part: 'pairs', pairs }] : []
      }
      case 'table': {
        const rows = rowsOf(part.of, loaded, told).map((row) =>
          part.columns.map(({ text }) => fillPlaceholders(text, { ...ofCase, ...row }) ?? NOTHING),
        )
        if (rows.length === 0) return []
        const heading: LetterPart[] = part.heading ? [{ part: 'heading', text: part.heading }] : []
        const columns = part.columns.map(({ title, share }) => ({ title, share }))
        return [...heading, { part: 'table', columns, rows }]
      }
      case 'signatures':
        return signatureParts(part, loaded, told)
      case 'application':
        return applicationParts(loaded)
    }
  }
}

/** Both names with their strokes; without strokes a line to sign on. What came by post is not signed for here. */
function signatureParts(
  { receiver, clerk }: Extract<DocumentPart, { part: 'signatures' }>,
  { row }: LoadedCase,
  { happened }: Told,
): LetterPart[] {
  const [first] = happened
  const delivery = first && row.content.deliveries?.[first.item.topic]
  if (!delivery || delivery.mode === 'post') return []
  const { signed } = delivery
  const drawn = (label: string, by: DrawnName | undefined) => ({
    label,
    name: by?.name ?? '',
    drawn: by?.drawn ?? '',
  })
  return [
    { part: 'signatures', signatures: [drawn(receiver, signed?.receiver), drawn(clerk, signed?.clerk)] },
  ]
}
