import { PDFContext, PDFString, PDFWriter, type PDFRef } from 'pdf-lib'
import { A4, Canvas } from './canvas.ts'
import { describe, type DocumentInfo } from './describe.ts'
import { embedFont, formObject, stream } from './embed.ts'
import { FontBook } from './font-book.ts'
import { deflateSync } from 'node:zlib'

/** Where on which page a signature belongs, in points from the page's top left corner. */
export interface SignaturePlace {
  page: Canvas
  x: number
  y: number
  width: number
  height: number
}

const PRINTED_AND_LOCKED = 132
const SIGNATURES_APPENDED = 3

/** A document of A4 pages; its fonts are cut to the glyphs used when it is finished. */
export class PaperDocument {
  readonly pages: Canvas[] = []
  /** An empty signature field is put here, for `signPdf` to fill. */
  signature: SignaturePlace | null = null
  private readonly fonts = new FontBook()

  addPage(): Canvas {
    const page = new Canvas(this.fonts)
    this.pages.push(page)
    return page
  }

  /** The PDF 1.7 file. The same pages and the same info give the same bytes. */
  finish(info: DocumentInfo): Promise<Uint8Array> {
    const context = PDFContext.create()
    const tree = context.nextRef()
    const field = this.signature ? context.nextRef() : null
    const resources = this.writeResources(context)
    const pages = this.pages.map((page) =>
      context.register(
        context.obj({
          Type: 'Page',
          Parent: tree,
          MediaBox: [0, 0, A4.width, A4.height],
          Resources: resources,
          Contents: stream(context, page.content()),
          Annots: field && page === this.signature?.page ? [field] : undefined,
        }),
      ),
    )
    context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
    if (field) this.writeSignatureField(context, field, pages)
    context.trailerInfo.Root = context.register(
      context.obj({
        Type: 'Catalog',
        Pages: tree,
        Lang: PDFString.of('zh-CN'),
        ViewerPreferences: { DisplayDocTitle: true },
        AcroForm: field ? { Fields: [field], SigFlags: SIGNATURES_APPENDED } : undefined,
      }),
    )
    describe(context, info)
    return PDFWriter.forContext(context, Infinity).serializeToBuffer()
  }

  private writeResources(context: PDFContext): PDFRef {
    const fonts = [...this.fonts.used.values()]
    const forms = new Set(this.pages.flatMap((page) => [...page.forms]))
    return context.register(
      context.obj({
        Font: Object.fromEntries(
          fonts.map(({ name, face, characters }) => [name, embedFont(context, face, characters)]),
        ),
        ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply', ca: 0.92, CA: 0.92 } },
        XObject: Object.fromEntries(
          Array.from(forms, ({ name, packed, box }) => [name, formObject(context, packed, box)]),
        ),
      }),
    )
  }

  private writeSignatureField(context: PDFContext, field: PDFRef, pages: PDFRef[]): void {
    if (!this.signature) return
    const { page, x, y, width, height } = this.signature
    context.assign(
      field,
      context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: PDFString.of('Seal'),
        F: PRINTED_AND_LOCKED,
        P: pages[this.pages.indexOf(page)],
        Rect: [x, A4.height - y - height, x + width, A4.height - y],
        // The seal itself is part of the page, so that viewers that hide fields still show it.
        AP: { N: formObject(context, deflateSync(''), [0, 0, width, height]) },
      }),
    )
  }
}
