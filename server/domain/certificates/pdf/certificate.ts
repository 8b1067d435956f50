import type { CertificateType } from '#shared/catalog/documents.ts'
import { showDay } from '#shared/format.ts'
import { A4 } from './canvas.ts'
import { drawFoot, FOOT_TOP } from './certificate-foot.ts'
import { fillLayout, type ContentBlock } from './certificate-content.ts'
import { INK_2, INK_3, LINE_2 } from './colours.ts'
import { PaperDocument } from './document.ts'
import { Flow } from './flow.ts'
import { refuseMissingGlyphs } from './fonts.ts'
import { stringsIn } from './strings-in.ts'
import { heightOf, space, type Block } from './words/block.ts'
import { frame } from './words/frame.ts'
import { title } from './words/heading.ts'
import { pairs, type PairsLook } from './words/pairs.ts'
import { paragraph } from './words/paragraph.ts'
import { rosette } from './words/rosette.ts'
import { watermark } from './words/watermark.ts'

/** All that stands on a certificate. Days are `YYYY-MM-DD`; values are already in the form people read. */
export interface CertificateInput {
  type: CertificateType
  /** Element to its value as shown; elements that the layout does not name are not drawn. */
  values: Record<string, string>
  /** The number on its face (证照编号). */
  number: string
  /** The certificate identifier (证照标识), domain.md §6.2. */
  identifier: string
  holderName: string
  issuerName: string
  issuedOn: string
  /** 9999-12-31 means for good. */
  validTo: string
  verifyUrl: string
  /** When it is drawn, epoch milliseconds; becomes the file's creation date. */
  at: number
  lang: 'zh'
  /** Issued by the demonstration city: says so on its face. */
  demo?: boolean
  /** Words over the whole page that tie a copy to one use (加注件), domain.md §6.5. */
  annotation?: string
}

const FOR_GOOD = '9999-12-31'
const LEFT = 86
const WIDTH = A4.width - LEFT * 2
const TOP = 104
const BODY_TOP_GAP = 34
/** Space around the rows of the roomiest look; the gaps of a layout are given for it and shrink with the rows. */
const ROOMIEST_AIR = 13
/** Looks of the body, roomiest first; the first that lets all stand on one page is taken. */
const LOOKS: PairsLook[] = [
  { size: 14.5, air: ROOMIEST_AIR },
  { size: 14.5, air: 11 },
  { size: 14.5, air: 9 },
  { size: 14, air: 7 },
  { size: 13, air: 6 },
  { size: 12, air: 5 },
  { size: 11, air: 4 },
  { size: 10.5, air: 2, leading: 1.35 },
]

/** Draws a certificate on A4. Refuses (`glyph_missing`) when a character of it can be drawn by no font. */
export function drawCertificate(input: CertificateInput): Promise<Uint8Array> {
  const { type, number, identifier, holderName, issuerName, annotation = '' } = input
  const content = fillLayout(type, input.values)
  refuseMissingGlyphs(stringsIn([content, number, identifier, holderName, issuerName, annotation]))
  const paper = new PaperDocument()
  const flow = new Flow({
    left: LEFT,
    top: TOP,
    bottom: FOOT_TOP,
    nextPage() {
      const page = paper.addPage()
      rosette(page, A4.width / 2, A4.height * 0.46)
      frame(page)
      if (annotation) watermark(page, annotation)
      return page
    },
  })
  flow.place(head(content.title, input))
  flow.place(body(content.blocks, FOOT_TOP - flow.y))
  paper.signature = drawFoot(flow.page, input)
  return paper.finish({
    title: `${content.title.replace('\n', '')} ${holderName}`,
    author: issuerName,
    documentId: identifier,
    createdAt: input.at,
    producer: 'Yizhan',
  })
}

function head(text: string, { number, issuedOn, validTo }: CertificateInput): Block[] {
  const until = validTo === FOR_GOOD ? '长期' : showDay(validTo, 'zh')
  const facts = `编号：${number}　　有效期：${showDay(issuedOn, 'zh')}至${until}`
  return [
    kind(),
    space(14),
    ...title(text, WIDTH, 31),
    space(12),
    ...paragraph(facts, WIDTH, { size: 10, colour: INK_2, tabular: true }, { align: 'centre' }),
    space(BODY_TOP_GAP),
  ]
}

/** The words 电子证照 between two short lines. */
function kind(): Block {
  const reach = 44
  return {
    height: 14,
    draw(page, x, y) {
      const centre = x + WIDTH / 2
      page.text('电子证照', centre, y + 10.5, { size: 10.5, colour: INK_3, tracking: 0.5 }, 'centre')
      for (const side of [-1, 1]) {
        page.line(centre + side * reach, y + 7, centre + side * (reach + 34), y + 7, 0.5, LINE_2)
      }
    },
  }
}

function body(content: ContentBlock[], room: number): Block[] {
  let blocks: Block[] = []
  for (const look of LOOKS) {
    blocks = content.flatMap((block) => set(block, look))
    if (heightOf(blocks) <= room) break
  }
  return blocks
}

function set(block: ContentBlock, look: PairsLook): Block[] {
  switch (block.block) {
    case 'pairs':
      return pairs(block.pairs, WIDTH, look)
    case 'paragraph': {
      const lines = paragraph(block.text, WIDTH, { size: look.size - 0.5 }, { indent: 2, leading: 1.9 })
      return [space(look.air), ...lines, space(look.air)]
    }
    case 'space':
      return [space((block.height * look.air) / ROOMIEST_AIR)]
  }
}
