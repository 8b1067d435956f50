import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawLetter, type LetterPart } from '../../../server/domain/certificates/pdf/document-letter.ts'
import { letter } from './papers.ts'

const sentence = '您提交的申请，我们已经收到；办理进度可以随时查看，也可以拨打12345询问。'

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

  it('is refused when a cell of a table cannot be drawn', async () => {
    const parts: LetterPart[] = [
      { part: 'table', columns: [{ title: '姓名', share: 1 }], rows: [['\u{e123}']] },
    ]
    await expect((async () => drawLetter({ ...letter(), parts }))()).rejects.toMatchObject({
      code: 'glyph_missing',
    })
  })
})
