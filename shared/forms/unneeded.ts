import type { Bundle } from '../catalog/bundle.ts'
import type { Text } from '../text.ts'
import type { DraftContent } from './draft.ts'
import type { Journey } from './journey.ts'

/** What the person gave that was needed before an answer changed, and is not now: elements and materials. */
export function unneededSince(before: Journey, after: Journey, { answers, files }: DraftContent): string[] {
  const wanted = new Set(after.materials.map(({ material }) => material.code))
  return [
    ...[...before.needs.keys()].filter((code) => code in answers && !after.needs.has(code)),
    ...before.materials
      .map(({ material }) => material.code)
      .filter((code) => (files[code]?.length ?? 0) > 0 && !wanted.has(code)),
  ]
}

/** What an element or a material is called. */
export function nameOfPart({ elements, materials }: Bundle, code: string): Text | undefined {
  return elements[code]?.label ?? materials[code]?.name
}
