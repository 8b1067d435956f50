import type { RawCity } from '../parse.ts'
import type { Path, Refuse } from '../refuse.ts'
import { halfWidthPunctuation } from '../texts.ts'

/** Chinese texts are set with full-width punctuation. */
export function checkTexts(raw: RawCity, refuse: Refuse): void {
  for (const [file, value] of Object.entries(raw))
    walkTexts(value, [], (path, what) => refuse(file, path, what))
}

/** The same for one value, at its place. */
export function walkTexts(value: unknown, path: Path, refuse: (path: Path, what: string) => void): void {
  if (Array.isArray(value)) return value.forEach((each, index) => walkTexts(each, [...path, index], refuse))
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) {
    if (key === 'zh' && typeof each === 'string') {
      const found = halfWidthPunctuation(each)
      if (found)
        refuse([...path, key], `half-width punctuation in “${found}”; run db/city/mend-punctuation.ts`)
    } else walkTexts(each, [...path, key], refuse)
  }
}
