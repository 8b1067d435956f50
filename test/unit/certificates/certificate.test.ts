import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawCertificate } from '../../../server/domain/certificates/pdf/certificate.ts'
import { fillLayout } from '../../../server/domain/certificates/pdf/certificate-content.ts'
import { certificateType, certificateWith } from './papers.ts'

describe('a certificate', () => {
  it('has the same bytes whenever it is drawn again', async () => {
    const input = certificateWith({ 'child.name': '𠮷田㛃', 'mother.name': '阿卜杜热西提·买买提' })
    const [first, second] = [await drawCertificate(input), await drawCertificate(input)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('has other bytes when a value, the identifier or the moment is another', async () => {
    const input = certificateWith({ 'child.name': '林小满' })
    const drawn = await Promise.all([
      drawCertificate(input),
      drawCertificate({ ...input, values: { 'child.name': '林大满' } }),
      drawCertificate({ ...input, identifier: input.identifier.replace('001.1', '002.0') }),
      drawCertificate({ ...input, at: input.at + 1000 }),
    ])
    expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(4)
  })

  it('says what it is and when it was made, and nothing of this machine', async () => {
    const bytes = await drawCertificate(certificateWith({ 'child.name': '林小满' }))
    const read = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(read.getTitle()).toBe('出生医学证明 林小满')
    expect(read.getAuthor()).toBe('云溪市卫生健康委员会')
    expect(read.getProducer()).toBe('Yizhan')
    expect(read.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z')
  })

  it('is one A4 page, and takes a second one rather than drop a row', async () => {
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`row${at}`, `第${at}行`]))
    const pages = async (count: number) =>
      (await PDFDocument.load(await drawCertificate(certificateWith(rows(count))))).getPages()
    const [short, long] = [await pages(4), await pages(24)]
    expect(short.map((page) => page.getSize())).toEqual([{ width: 595.28, height: 841.89 }])
    expect(long).toHaveLength(2)
  })

  it('is refused when a character can be drawn by no font, naming it', async () => {
    const drawing = (async () => drawCertificate(certificateWith({ 'child.name': '林\u{e123}\u{f0000}' })))()
    await expect(drawing).rejects.toMatchObject({
      code: 'glyph_missing',
      detail: { params: { characters: '\u{e123}\u{f0000}' } },
    })
  })

  it('does not mind such a character in a value that it does not show', async () => {
    const input = certificateWith({ 'child.name': '林小满' })
    await expect(
      drawCertificate({ ...input, values: { ...input.values, other: '\u{e123}' } }),
    ).resolves.toBeDefined()
  })
})

describe('the content of a certificate', () => {
  it('takes its title from the layout, else from the name of the type', () => {
    const titled = certificateType([{ block: 'title', text: { zh: '准生证', en: 'Permit' } }])
    expect(fillLayout(titled, {}).title).toBe('准生证')
    expect(fillLayout(certificateType([]), {}).title).toBe('出生医学证明')
  })

  it('puts values into the words of a paragraph and shows a dash for one that is not there', () => {
    const text = { zh: '兹证明{child.name}，{child.sex}。', en: '' }
    const { blocks } = fillLayout(certificateType([{ block: 'paragraph', text }]), { 'child.name': '林小满' })
    expect(blocks).toEqual([{ block: 'paragraph', text: '兹证明林小满，—。' }])
  })
})
