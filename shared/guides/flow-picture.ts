import { wrap } from './wrap.ts'

/** What a box of the picture says. */
export interface FlowItem {
  code: string
  name: string
  /** Lines below the name: who, how long, what it waits for. */
  notes: string[]
  /** Everybody has it; others are drawn with a broken line. */
  always: boolean
}

/** Lengths are units of the picture; text stands at its base line. */
export interface FlowBox {
  code: string
  always: boolean
  x: number
  y: number
  width: number
  height: number
  name: { y: number; text: string }[]
  notes: { y: number; text: string }[]
}

export interface FlowPicture {
  width: number
  height: number
  boxes: FlowBox[]
  /** The number of each stage, from 1, and its base line. */
  stages: { number: number; y: number }[]
  /** From stage to stage: where each arrow begins and ends, down the middle. */
  arrows: { x: number; from: number; to: number }[]
}

const GAP = 12
const PADDING = 14
// Bold letters are a little wider than `wrap` takes them to be.
const NAME = { size: 16, line: 23, ems: 1.1 }
const NOTE = { size: 14, line: 20, ems: 1.02 }
const STAGE = 24
const ARROW = 30
/** Narrower boxes would break every name. */
const LEAST_BOX = 190

/**
 * Draws how the items of a life event follow each other: a row of boxes for each stage, side by side as far as the
 * width lets them.
 * @param width units of the picture; it is shown at about one unit a pixel
 */
export function flowPicture(stages: readonly FlowItem[][], width: number): FlowPicture {
  const picture: FlowPicture = { width, height: 0, boxes: [], stages: [], arrows: [] }
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST_BOX + GAP)))
  let y = 0
  stages.forEach((items, i) => {
    if (i > 0) {
      picture.arrows.push({ x: width / 2, from: y + 4, to: y + ARROW - 4 })
      y += ARROW
    }
    picture.stages.push({ number: i + 1, y: y + NOTE.size })
    y += STAGE
    for (const row of rowsOf(items, most)) {
      const placed = placeRow(row, width, y)
      picture.boxes.push(...placed)
      y += Math.max(...placed.map(({ height }) => height)) + GAP
    }
    y -= GAP
  })
  picture.height = Math.ceil(y) + 2
  return picture
}

/** Rows as even as can be: four boxes are two and two, not three and one. */
function rowsOf(items: readonly FlowItem[], most: number): FlowItem[][] {
  const count = Math.ceil(items.length / most)
  const each = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, row) => items.slice(row * each, (row + 1) * each))
}

function placeRow(items: readonly FlowItem[], all: number, y: number): FlowBox[] {
  const width = (all - 1 - GAP * (items.length - 1)) / items.length
  const boxes = items.map((item, i) => placeBox(item, 0.5 + i * (width + GAP), y, width))
  const height = Math.max(...boxes.map((box) => box.height))
  return boxes.map((box) => ({ ...box, height }))
}

function placeBox({ code, name, notes, always }: FlowItem, x: number, y: number, width: number): FlowBox {
  const inner = width - PADDING * 2
  let base = y + PADDING + NAME.size - 2
  const set = (text: string, { size, line, ems }: typeof NAME) =>
    wrap(text, inner / (size * ems)).map((each) => {
      const placed = { y: base, text: each }
      base += line
      return placed
    })
  const placed = { name: set(name, NAME), notes: notes.flatMap((note) => set(note, NOTE)) }
  return { code, always, x, y: y + 0.5, width, height: base - y - NOTE.line + PADDING + 4, ...placed }
}
