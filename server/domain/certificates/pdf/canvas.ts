import type { FontBook } from './font-book.ts'
import { shape, widthOf, type Colour, type SetGlyph, type Style } from './text/shape.ts'
import { INK } from './colours.ts'

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const

export type Align = 'left' | 'centre' | 'right'

/** A point of a path: a move, a line or a curve with its two control points; from the page's top left. */
export type Step = ['m' | 'l', number, number] | ['c', number, number, number, number, number, number] | ['h']

/** A drawing made once for all documents: a compressed content stream around its own origin, y upwards. */
export interface Form {
  name: string
  packed: Uint8Array
  /** Left, bottom, right, top. */
  box: [number, number, number, number]
}

/** One page to draw on. Lengths are points from its top left corner; text stands on the y it is given. */
export class Canvas {
  readonly fonts: FontBook
  readonly forms = new Set<Form>()
  private readonly operators: string[] = []

  constructor(fonts: FontBook) {
    this.fonts = fonts
  }

  /** Draws one line of text; returns its width. `stretch` points are shared out between its characters. */
  text(text: string, x: number, y: number, style: Style, align: Align = 'left', stretch = 0): number {
    const glyphs = shape(text, style)
    const width = widthOf(glyphs, style)
    const start = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    const gap = glyphs.length > 1 ? stretch / (glyphs.length - 1) : 0
    this.begin(style)
    this.operators.push(`${number(gap)} Tc 1 0 0 1 ${number(start)} ${number(A4.height - y)} Tm`)
    this.show(glyphs, style.size)
    this.operators.push('ET')
    return width
  }

  /** Draws one character centred on a point of an arc, turned by an angle (radians, clockwise). */
  turned(character: string, x: number, y: number, angle: number, style: Style): void {
    const [cos, sin] = [Math.cos(angle), -Math.sin(angle)]
    const glyphs = shape(character, style)
    const half = widthOf(glyphs, style) / 2
    const [left, bottom] = [x - half * cos, A4.height - y - half * sin]
    this.begin(style)
    this.operators.push(`0 Tc ${[cos, sin, -sin, cos, left, bottom].map(number).join(' ')} Tm`)
    this.show(glyphs, style.size)
    this.operators.push('ET')
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void {
    this.stroke(
      [
        ['m', x1, y1],
        ['l', x2, y2],
      ],
      width,
      colour,
    )
  }

  stroke(path: Step[], width: number, colour: Colour): void {
    this.operators.push(`${paint(colour)} RG ${number(width)} w ${pathOf(path)} S`)
  }

  fill(path: Step[], colour: Colour): void {
    this.operators.push(`${paint(colour)} rg ${pathOf(path)} f`)
  }

  frame(x: number, y: number, width: number, height: number, stroke: number, colour: Colour): void {
    this.operators.push(`${paint(colour)} RG ${number(stroke)} w ${box(x, y, width, height)} S`)
  }

  /** Fills many boxes at once: x, y, width, height of each. */
  boxes(boxes: [number, number, number, number][], colour: Colour): void {
    this.operators.push(`${paint(colour)} rg ${boxes.map((each) => box(...each)).join(' ')} f`)
  }

  /** What `draw` draws darkens what lies under it, as stamping ink does. */
  asInk(draw: () => void): void {
    this.operators.push('q /Ink gs')
    draw()
    this.operators.push('Q')
  }

  /** Draws a prepared form around a point, turned by each of the angles (radians). */
  form(form: Form, x: number, y: number, angles: number[]): void {
    this.forms.add(form)
    for (const angle of angles) {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const matrix = [cos, sin, -sin, cos, x, A4.height - y].map(number).join(' ')
      this.operators.push(`q ${matrix} cm /${form.name} Do Q`)
    }
  }

  /** The page's content stream. */
  content(): string {
    return this.operators.join('\n')
  }

  private begin({ colour = INK }: Style): void {
    this.operators.push(`BT ${paint(colour)} rg`)
  }

  private show(glyphs: SetGlyph[], size: number): void {
    let current = ''
    let array = ''
    for (const { character, face, glyph, advance, shift } of glyphs) {
      const font = this.fonts.use(face, glyph, character)
      if (font !== current) {
        if (array) this.operators.push(`[${array}] TJ`)
        this.operators.push(`/${font} ${number(size)} Tf`)
        array = ''
        current = font
      }
      const after = face.metrics.width(glyph) + shift - advance
      array += `${adjustment(-shift)}<${glyph.toString(16).padStart(4, '0')}>${adjustment(after)}`
    }
    if (array) this.operators.push(`[${array}] TJ`)
  }
}

function adjustment(thousandths: number): string {
  return Math.abs(thousandths) < 0.5 ? '' : ` ${number(thousandths)} `
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function paint(colour: Colour): string {
  return colour.map(number).join(' ')
}

function box(x: number, y: number, width: number, height: number): string {
  return `${number(x)} ${number(A4.height - y - height)} ${number(width)} ${number(height)} re`
}

function pathOf(path: Step[]): string {
  return path.map(([operator, ...points]) => `${points.map(flipped).join(' ')} ${operator}`).join(' ')
}

function flipped(value: number, index: number): string {
  return number(index % 2 === 0 ? value : A4.height - value)
}
