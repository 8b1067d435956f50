import type { PaperForm } from '#shared/guides/paper-form.ts'
import { A4, type Canvas } from './canvas.ts'
import { INK_2, INK_3, LINE_2 } from './colours.ts'
import { PaperDocument } from './document.ts'
import { Flow } from './flow.ts'
import { refuseMissingGlyphs } from './fonts.ts'
import { stringsIn } from './strings-in.ts'
import { hairline, space, type Block } from './words/block.ts'
import { heading, title } from './words/heading.ts'
import { paragraph } from './words/paragraph.ts'
import { table, type Column } from './words/table.ts'
import { watermark } from './words/watermark.ts'
import { writingRows } from './words/writing-rows.ts'

export interface FormInput {
  form: PaperForm
  /** Filled in with invented data. */
  sample: boolean
  /** The day of the guide it belongs to, YYYY-MM-DD; null when nobody knows. */
  edition: string | null
  /** When it is drawn, epoch milliseconds. */
  at: number
}

const LEFT = 72
const WIDTH = A4.width - LEFT * 2
const TOP = 60
const BOTTOM = A4.height - 64
const SAMPLE = '示例，内容是虚构的'
const MATERIALS: Column[] = [
  { title: '材料', share: 5 },
  { title: '什么情形下要交', share: 4 },
]
const STATEMENT = '以上内容属实。隐瞒情况或者提供虚假材料的，本人承担相应责任。'
const SIGNATURE = '申请人（签名）：　　　　　　　　　　　　日期：　　　　年　　　月　　　日'

/** Draws the form of an item for a counter: rooms to write in and boxes to tick, or an example. */
export function drawForm(input: FormInput): Promise<Uint8Array> {
  refuseMissingGlyphs([...stringsIn(input.form), SAMPLE, STATEMENT, SIGNATURE])
  const paper = new PaperDocument()
  function nextPage(): Canvas {
    const page = paper.addPage()
    if (input.sample) watermark(page, SAMPLE)
    return page
  }
  const flow = new Flow({ left: LEFT, top: TOP, bottom: BOTTOM, nextPage })
  flow.place(keepLast([...head(input), ...body(input), ...materials(input)]).concat(signing(input)))
  for (const [index, page] of paper.pages.entries()) foot(page, index + 1, paper.pages.length, input)
  return paper.finish({
    title: `${input.form.item}申请表${input.sample ? '（示例）' : ''}`,
    author: input.form.department,
    documentId: `form ${input.form.code} ${input.sample} ${input.edition}`,
    createdAt: input.at,
    producer: 'Yizhan',
  })
}

function head({ form }: FormInput): Block[] {
  const small = { size: 9.5, colour: INK_2, tabular: true }
  return [
    ...paragraph(form.department, WIDTH, { size: 12, colour: INK_2 }, { align: 'centre' }),
    ...title(`${form.item}申请表`, WIDTH, 21),
    space(6),
    ...paragraph(`事项编码：${form.code}`, WIDTH, small, { align: 'centre' }),
    space(8),
    hairline(WIDTH, LINE_2, 0.9),
  ]
}

function body({ form, sample }: FormInput): Block[] {
  return form.sections.flatMap((section) => [
    space(12),
    ...heading(section.title, WIDTH, 12),
    ...writingRows(section.fields, WIDTH, sample),
  ])
}

function materials({ form }: FormInput): Block[] {
  const rows = form.materials.map(({ name, when }) => [name, when ?? ''])
  if (rows.length === 0) return []
  return [space(14), ...heading('要交的材料', WIDTH, 12), ...table(MATERIALS, rows, WIDTH, 10.5)]
}

/** The last row goes along to the page on which it is signed for. */
function keepLast(blocks: Block[]): Block[] {
  return blocks.map((block, i) => (i === blocks.length - 1 ? { ...block, keepWithNext: true } : block))
}

function signing({ sample }: FormInput): Block[] {
  const lines = [
    space(18),
    ...paragraph(STATEMENT, WIDTH, { size: 11 }),
    space(14),
    ...paragraph(sample ? `${SIGNATURE}（本人签）` : SIGNATURE, WIDTH, { size: 11 }),
  ]
  return lines.map((block, i) => ({ ...block, keepWithNext: i < lines.length - 1 }))
}

function foot(page: Canvas, number: number, count: number, { edition }: FormInput): void {
  const style = { size: 8.5, colour: INK_3, tabular: true }
  const y = A4.height - 42
  if (edition) page.text(`版本 ${edition} · 网上办理不用填这张表`, LEFT, y, style)
  page.text(`第 ${number} 页，共 ${count} 页`, LEFT + WIDTH, y, style, 'right')
}
