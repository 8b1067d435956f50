import type { LetterPart } from '../certificates/index.ts'
import type { LoadedCase } from './load.ts'

/** What was handed in with a case, as its papers list it: each material with its files. Nothing where nothing was. */
export function receivedMaterials({
  row,
  bundle,
}: {
  row: Pick<LoadedCase['row'], 'content'>
  bundle: Pick<LoadedCase['bundle'], 'materials' | 'elements'>
}): LetterPart[] {
  const pairs = Object.entries(row.content.files).flatMap(([code, files]) => {
    const name = bundle.materials[code]?.name ?? bundle.elements[code]?.label
    return name && files.length > 0
      ? [{ label: name.zh, value: files.map((file) => file.name).join('、') }]
      : []
  })
  return pairs.length > 0
    ? [
        { part: 'heading', text: '收到的材料' },
        { part: 'pairs', pairs },
      ]
    : []
}
