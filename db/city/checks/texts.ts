import type { RawCity } from '../parse.ts'
import type { Path, Refuse } from '../refuse.ts'
import { halfWidthPunctuation } from '../texts.ts'

/** Chinese texts are set with full-width punctuation. */
export function checkTexts(raw: RawCity, refuse: Refuse): void {
  for (const [file, value] of Object.entries(raw)) walk(file, value, [], refuse)
}

function walk(file: string, value: unknown, path: Path, refuse: Refuse): void {
  if (Array.isArray(value)) return value.forEach((each, index) => walk(file, each, [...path, index], refuse))
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) {
    if (key === 'zh' && typeof each === 'string') {
      const found = halfWidthPunctuation(each)
      if (found)
        refuse(file, [...path, key], `half-width punctuation in “${found}”; run db/city/mend-punctuation.ts`)
    } else walk(file, each, [...path, key], refuse)
  }
}
