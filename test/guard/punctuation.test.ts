import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { halfWidthPunctuation, mendPunctuation } from '../../db/city/texts.ts'
import { filesLike } from './sources.ts'

/** Every string that is Chinese by its place: `zh` of a text, or anything in a Chinese locale file. */
function chineseIn(value: unknown, chinese: boolean): string[] {
  if (typeof value === 'string') return chinese ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each) => chineseIn(each, chinese))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => chineseIn(each, chinese || key === 'zh'))
}

describe('Chinese texts', () => {
  test('of the interface and the catalogue have full-width punctuation (npm run mend puts it right)', () => {
    const faults = filesLike('locales/zh/*.json', 'db/city/**/*.json').flatMap((file) =>
      chineseIn(JSON.parse(readFileSync(file, 'utf8')), file.startsWith('locales/zh/'))
        .map(halfWidthPunctuation)
        .filter((found) => found !== null)
        .map((found) => `${file}: …${found}…`),
    )
    expect(faults).toEqual([])
  })

  test.each([
    ['姓名,电话', '姓名，电话'],
    ['时间:2026', '时间：2026'],
    ['好吗?', '好吗？'],
    ['出生证明(原件)', '出生证明（原件）'],
    ['请填写{n}项;再试!', '请填写{n}项；再试！'],
  ])('%s is mended to %s', (wrong, right) => {
    expect(mendPunctuation(wrong)).toBe(right)
    expect(halfWidthPunctuation(right)).toBeNull()
  })

  test.each(['GB/T 3304', 'A, B (C)', '时间 09:30', '1,000 元'])('%s stays as it is', (text) => {
    expect(mendPunctuation(text)).toBe(text)
  })
})
