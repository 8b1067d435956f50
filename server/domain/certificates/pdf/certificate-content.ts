import type { CertificateType, LayoutBlock } from '#shared/catalog/documents.ts'
import { say } from '#shared/text.ts'
import type { Pair } from './words/pairs.ts'

/** A block of a certificate's layout with its values filled in. */
export type ContentBlock =
  | { block: 'pairs'; pairs: Pair[] }
  | { block: 'paragraph'; text: string }
  | { block: 'space'; height: number }

export interface CertificateContent {
  title: string
  blocks: ContentBlock[]
}

const ABSENT = '—'

/**
 * Fills a certificate type's layout with values, in Chinese: certificates are issued in the language of their
 * issuer. `{element}` in a paragraph stands for that element's value. A value that is not there shows as a dash.
 */
export function fillLayout(
  { name, layout }: CertificateType,
  values: Record<string, string>,
): CertificateContent {
  const titles = layout.flatMap((block) => (block.block === 'title' ? [say(block.text, 'zh')] : []))
  const blocks = layout.flatMap((block) => fillBlock(block, values))
  return { title: titles.join('\n') || say(name, 'zh'), blocks }
}

function fillBlock(block: LayoutBlock, values: Record<string, string>): ContentBlock[] {
  switch (block.block) {
    case 'title':
      return []
    case 'pairs': {
      const pairs = block.pairs.map(({ label, element }) => ({
        label: say(label, 'zh'),
        value: values[element] || ABSENT,
      }))
      return [{ block: 'pairs', pairs }]
    }
    case 'paragraph': {
      const text = say(block.text, 'zh').replace(/\{([\w.]+)\}/g, (_, element) => values[element] || ABSENT)
      return [{ block: 'paragraph', text }]
    }
    case 'space':
      return [block]
  }
}
