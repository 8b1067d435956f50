/** A picture as it becomes a page: JPEG with three colours, and its size in pixels. */
export interface PagePicture {
  data: Uint8Array
  width: number
  height: number
}

/** A4 in points, upright. */
const PAGE = { width: 595, height: 842 }

/** Space around a picture, points. */
const MARGIN = 18

/** Puts pictures of pages into one PDF, each on an A4 page that lies as the picture does. ISO 32000-1 §7, §8.9. */
export function pdfOfPictures(pictures: readonly PagePicture[]): Uint8Array<ArrayBuffer> {
  const file = new Parts()
  const pages = pictures.map((_, i) => `${3 + i * 3} 0 R`).join(' ')
  file.text('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')
  file.object('<< /Type /Catalog /Pages 2 0 R >>')
  file.object(`<< /Type /Pages /Kids [${pages}] /Count ${pictures.length} >>`)
  for (const [i, picture] of pictures.entries()) addPage(file, picture, 3 + i * 3)
  return file.end()
}

function addPage(file: Parts, { data, width, height }: PagePicture, first: number): void {
  const lies = width > height
  const [across, down] = lies ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height]
  const scale = Math.min((across - 2 * MARGIN) / width, (down - 2 * MARGIN) / height)
  const [w, h] = [width * scale, height * scale]
  const place = [w, 0, 0, h, (across - w) / 2, (down - h) / 2].map((each) => each.toFixed(2)).join(' ')
  const content = `q ${place} cm /P Do Q`
  const resources = `<< /XObject << /P ${first + 2} 0 R >> >>`
  file.object(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources ${resources} /Contents ${first + 1} 0 R >>`,
  )
  file.object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  const kind = '/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'
  file.object(`<< ${kind} /Width ${width} /Height ${height} /Length ${data.length} >>\nstream\n`, data)
}

/** The pieces of a file, and where each object begins. */
class Parts {
  private readonly pieces: Uint8Array[] = []
  private readonly places: number[] = []
  private length = 0

  /** Every character becomes one byte. */
  text(text: string): void {
    this.bytes(Uint8Array.from(text, (each) => each.charCodeAt(0)))
  }

  object(head: string, stream?: Uint8Array): void {
    this.places.push(this.length)
    this.text(`${this.places.length} 0 obj\n${head}`)
    if (stream) {
      this.bytes(stream)
      this.text('\nendstream')
    }
    this.text('\nendobj\n')
  }

  end(): Uint8Array<ArrayBuffer> {
    const start = this.length
    const size = this.places.length + 1
    const entries = this.places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    this.text(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`)
    this.text(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
    const whole = new Uint8Array(this.length)
    let at = 0
    for (const piece of this.pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  private bytes(piece: Uint8Array): void {
    this.pieces.push(piece)
    this.length += piece.length
  }
}
