import { createHash } from 'node:crypto'
import { PDFHexString, PDFString, type PDFContext } from 'pdf-lib'

/** What a document says of itself. */
export interface DocumentInfo {
  title: string
  author: string
  /** What the document is known by; its digest becomes the file identifier. */
  documentId: string
  /** Epoch milliseconds. */
  createdAt: number
  producer: string
}

/** Writes the information dictionary and the file identifier (ISO 32000-1 §14.3.3, §14.4). */
export function describe(context: PDFContext, info: DocumentInfo): void {
  const date = PDFString.fromDate(new Date(info.createdAt))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(info.title),
      Author: PDFHexString.fromText(info.author),
      Producer: PDFHexString.fromText(info.producer),
      CreationDate: date,
      ModDate: date,
    }),
  )
  const digest = createHash('sha256').update(info.documentId).digest('hex').slice(0, 32)
  context.trailerInfo.ID = context.obj([PDFHexString.of(digest), PDFHexString.of(digest)])
}
