import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { festivalsOf } from '#shared/calendar/festivals.ts'
import { checkYear } from '#shared/calendar/year.ts'

const all: { date: string }[] = JSON.parse(readFileSync('db/city/calendar.json', 'utf8'))
const of = (year: number) => all.filter(({ date }) => date.startsWith(String(year)))

describe('the calendar of a year', () => {
  test.each([2024, 2025, 2026])('of %i, as the State Council announced it, is complete', (year) => {
    expect(checkYear(of(year))).toMatchObject({ year, findings: [] })
  })

  test('knows the festivals of the moon and of the sun', () => {
    const first = festivalsOf(2026).map(({ name, days }) => [name.zh, days[0]])
    expect(first).toEqual([
      ['元旦', '2026-01-01'],
      ['春节', '2026-02-17'],
      ['清明节', '2026-04-05'],
      ['劳动节', '2026-05-01'],
      ['端午节', '2026-06-19'],
      ['中秋节', '2026-09-25'],
      ['国庆节', '2026-10-01'],
    ])
    // A leap month does not bring a festival twice.
    expect(festivalsOf(2025).find(({ name }) => name.zh === '端午节')?.days).toEqual(['2025-05-31'])
  })

  test('names every day that does not belong', () => {
    const day = of(2026)[0]
    expect(checkYear([...of(2026), day, 7]).findings).toEqual([
      { path: `[${of(2026).length + 1}]`, code: 'no_day' },
      { path: `[${of(2026).length}].date`, code: 'twice', params: { date: '2026-01-01' } },
    ])
    expect(checkYear('{')).toEqual({ year: null, days: [], findings: [{ path: '', code: 'no_json' }] })
    expect(checkYear({}).findings).toEqual([{ path: '', code: 'no_list' }])
    expect(checkYear([]).year).toBeNull()
  })
})
