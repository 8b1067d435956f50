import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawLetter, type LetterPart } from '../../../server/domain/certificates/pdf/document-letter.ts'
import { letter } from './papers.ts'

const CONTENTS = PDFName.of('Contents')
const sentence = '您提交的申请，我们已经收到；办理进度可以随时查看，也可以拨打12345询问。'

/** How many lines and moves the paths of the first page have. */
async function strokes(parts: LetterPart[]): Promise<{ lines: number; moves: number }> {
  const file = await PDFDocument.load(await drawLetter({ ...letter(), parts }))
  const stream = file.context.lookup(file.getPage(0).node.get(CONTENTS))
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content')
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const count = (operator: string) => [...text.matchAll(new RegExp(`[\\d.]+ ${operator}\\b`, 'g'))].length
  return { lines: count('l'), moves: count('m') }
}

async function pageCount(parts: LetterPart[]): Promise<number> {
  const bytes = await drawLetter({ ...letter(), parts })
  return (await PDFDocument.load(bytes)).getPageCount()
}

describe('a letter', () => {
  it('has the same bytes whenever it is drawn again', async () => {
    expect(Buffer.compare(await drawLetter(letter()), await drawLetter(letter()))).toBe(0)
  })

  it('goes on to further pages when it is long', async () => {
    expect(await pageCount([{ part: 'paragraph', text: sentence }])).toBe(1)
    expect(await pageCount(Array.from({ length: 30 }, () => ({ part: 'paragraph', text: sentence })))).toBe(3)
  })

  it('shows signatures as they were drawn, and a line to sign on where nothing was', async () => {
    const signed = (drawn: string): LetterPart[] => [
      {
        part: 'signatures',
        signatures: [
          { label: '签收人签名', name: '林小满', drawn },
          { label: '送达人签名', name: '钟晓燕', drawn: '' },
        ],
      },
    ]
    const drawn = await strokes(signed('M10 20L30 40L60 20M5 5L9 9'))
    const blank = await strokes(signed(''))
    expect(drawn.lines - blank.lines).toBe(3)
    expect(drawn.moves - blank.moves).toBe(2)
  })

  it('is refused when a cell of a table cannot be drawn', async () => {
    const parts: LetterPart[] = [
      { part: 'table', columns: [{ title: '姓名', share: 1 }], rows: [['\u{e123}']] },
    ]
    await expect((async () => drawLetter({ ...letter(), parts }))()).rejects.toMatchObject({
      code: 'glyph_missing',
    })
  })
})
