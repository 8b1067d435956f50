import { A4, type Canvas } from './canvas.ts'
import { INK_2, INK_3, LINE_2 } from './colours.ts'
import { PaperDocument } from './document.ts'
import { Flow } from './flow.ts'
import { refuseMissingGlyphs } from './fonts.ts'
import { stringsIn } from './strings-in.ts'
import { hairline, space, type Block } from './words/block.ts'
import { qrCode } from './words/code.ts'
import { heading, title } from './words/heading.ts'
import { pairs, type Pair } from './words/pairs.ts'
import { paragraph } from './words/paragraph.ts'
import { SEAL_WIDTH } from './words/seal.ts'
import { signatures, type Signature } from './words/signatures.ts'
import { signOff } from './words/sign-off.ts'
import { table, type Column } from './words/table.ts'

/** A piece of a letter, in the order it is read. */
export type LetterPart =
  | { part: 'paragraph'; text: string }
  | { part: 'heading'; text: string }
  | { part: 'pairs'; pairs: Pair[] }
  | { part: 'table'; columns: Column[]; rows: string[][] }
  | { part: 'signatures'; signatures: Signature[] }

/** A formal document (文书): a receipt, a notice of acceptance, a decision. All texts as they are read. */
export interface LetterInput {
  title: string
  /** The document's number (文号). */
  number: string
  addressee?: string
  parts: LetterPart[]
  issuerName: string
  /** YYYY-MM-DD. */
  issuedOn: string
  /** Where the document can be checked; drawn as a code. */
  verifyUrl?: string
  /** What the file is known by. */
  documentId: string
  /** When it is drawn, epoch milliseconds. */
  at: number
  demo?: boolean
}

const LEFT = 80
const WIDTH = A4.width - LEFT * 2
const TOP = 72
const BOTTOM = A4.height - 72
const QR_SIZE = 72
const END_GAP = 24
// The last row of a table and the space under it.
const KEPT_AT_END = 2
const SIZE = 13

/** Draws a letter on A4, on as many pages as it needs. Refuses (`glyph_missing`) as certificates do. */
export function drawLetter(input: LetterInput): Promise<Uint8Array> {
  refuseMissingGlyphs(stringsIn(input))
  const paper = new PaperDocument()
  const flow = new Flow({ left: LEFT, top: TOP, bottom: BOTTOM, nextPage: () => paper.addPage() })
  flow.place(keepEnd([...head(input), ...input.parts.flatMap(set), signedEnd(input, paper)]))
  for (const [index, page] of paper.pages.entries()) drawFooter(page, index + 1, paper.pages.length, input)
  return paper.finish({
    title: `${input.title} ${input.number}`,
    author: input.issuerName,
    documentId: input.documentId,
    createdAt: input.at,
    producer: 'Yizhan',
  })
}

function head({ issuerName, title: name, number, addressee }: LetterInput): Block[] {
  const small = { size: 10.5, colour: INK_2, tabular: true }
  return [
    ...paragraph(issuerName, WIDTH, { size: 15, weight: 'bold', tracking: 0.12 }, { align: 'centre' }),
    space(4),
    ...title(name, WIDTH, 25),
    space(12),
    ...paragraph(`编号：${number}`, WIDTH, small, { align: 'right' }),
    space(4),
    hairline(WIDTH, LINE_2, 0.9),
    space(20),
    ...(addressee ? paragraph(`${addressee}：`, WIDTH, { size: SIZE }, { leading: 2 }) : []),
  ]
}

function set(part: LetterPart): Block[] {
  switch (part.part) {
    case 'paragraph':
      return paragraph(part.text, WIDTH, { size: SIZE }, { indent: 2, leading: 1.85 })
    case 'heading':
      return [space(10), ...heading(part.text, WIDTH, SIZE)]
    case 'pairs':
      return [space(6), ...pairs(part.pairs, WIDTH, { size: 12.5, air: 4 }), space(12)]
    case 'table':
      return [space(6), ...table(part.columns, part.rows, WIDTH, 11.5), space(12)]
    case 'signatures':
      return [space(14), signatures(part.signatures, WIDTH), space(6)]
  }
}

/** The letter's end: what is signed stands on a page with words above it, never alone. */
function signedEnd({ issuerName, issuedOn, verifyUrl }: LetterInput, paper: PaperDocument): Block {
  return {
    height: SEAL_WIDTH + END_GAP,
    draw(page, x, y) {
      const middle = y + END_GAP + SEAL_WIDTH / 2
      paper.signature = signOff(page, issuerName, issuedOn, x + WIDTH, middle)
      if (verifyUrl) drawCode(page, verifyUrl, middle)
    },
  }
}

function keepEnd(blocks: Block[]): Block[] {
  const kept = blocks.length - 1 - KEPT_AT_END
  return blocks.map((block, index) => (index >= kept ? { ...block, keepWithNext: true } : block))
}

function drawCode(page: Canvas, url: string, middle: number): void {
  const top = middle - QR_SIZE / 2 - 8
  qrCode(page, url, LEFT, top, QR_SIZE)
  const style = { size: 9.5, colour: INK_2, tracking: 0.15 }
  page.text('扫码核验', LEFT + QR_SIZE / 2, top + QR_SIZE + 16, style, 'centre')
}

function drawFooter(page: Canvas, number: number, count: number, { demo }: LetterInput): void {
  const style = { size: 8.5, colour: INK_3, tabular: true }
  const y = A4.height - 46
  if (demo) page.text('演示城市签发，不具法律效力', LEFT, y, style)
  if (count > 1) page.text(`第 ${number} 页，共 ${count} 页`, LEFT + WIDTH, y, style, 'right')
}
