import { describe, expect, test } from 'vitest'
import { flowPicture, type FlowItem } from '../../../shared/guides/flow-picture.ts'
import { emsOf, wrap } from '../../../shared/guides/wrap.ts'

const item = (code: string, name: string, notes: string[] = []): FlowItem => ({
  code,
  name,
  notes,
  always: true,
})

describe('a line of the picture', () => {
  test('breaks Han anywhere but before closing punctuation, and Latin between words', () => {
    expect(wrap('出生医学证明，首次签发', 6)).toEqual(['出生医学证明，', '首次签发'])
    expect(wrap('First issue of the birth certificate', 10)).toEqual([
      'First issue of the',
      'birth certificate',
    ])
    expect(wrap('办理 A4 证', 20)).toEqual(['办理 A4 证'])
  })

  test('is never wider than asked for by more than one closing sign', () => {
    for (const text of [
      '新设食品经营许可（仅销售预包装食品的除外）',
      'Registration of a household entry after birth',
    ])
      for (const line of wrap(text, 9)) expect(emsOf(line)).toBeLessThanOrEqual(10)
  })
})

describe('the picture of a flow', () => {
  const stages = [
    [item('a', '出生医学证明首次签发', ['市妇幼保健院 · 1 个工作日']), item('b', '生育登记')],
    [item('c', '出生登记（申报户口）'), item('d', '预防接种证'), item('e', '报销'), item('f', '核酸')],
  ]

  test('keeps every box inside, and none upon another', () => {
    for (const width of [350, 680]) {
      const { boxes, height } = flowPicture(stages, width)
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(height)
        const last = [...box.name, ...box.notes].at(-1)
        expect(last?.y).toBeLessThan(box.y + box.height)
        for (const other of boxes.slice(boxes.indexOf(box) + 1)) {
          const beside = other.x >= box.x + box.width || box.x >= other.x + other.width
          expect(beside || other.y >= box.y + box.height).toBe(true)
        }
      }
    }
  })

  test('puts boxes side by side where there is room, in even rows, and one under another on a phone', () => {
    const rows = (width: number) => {
      const ys = flowPicture(stages, width).boxes.map(({ y }) => y)
      return [...new Set(ys)].map((y) => ys.filter((each) => each === y).length)
    }
    expect(rows(680)).toEqual([2, 2, 2])
    expect(rows(350)).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('leads from each stage to the next', () => {
    const { arrows, stages: numbers, boxes } = flowPicture(stages, 680)
    expect(numbers.map(({ number }) => number)).toEqual([1, 2])
    expect(arrows).toHaveLength(1)
    const [arrow] = arrows
    const second = boxes.find(({ code }) => code === 'c')
    expect(arrow && second && arrow.to < second.y).toBe(true)
  })
})
