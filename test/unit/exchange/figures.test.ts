import { describe, expect, it } from 'vitest'
import { updateIn } from '#server/connectors/exchange/read-json.ts'
import { readRows } from '#server/connectors/exchange/xroad/answer.ts'
import { freshnessOf } from '#shared/exchange/freshness.ts'
import { BUCKET_BOUNDS, bucketOf, percentile } from '#shared/exchange/latency.ts'
import { judgeRows, qualityOf } from '#shared/exchange/quality-rules.ts'
import type { DataElement } from '#shared/elements/element.ts'

const AT = Date.parse('2026-11-23T10:00:00+08:00')
const DAY = 86_400_000

describe('how long calls take', () => {
  it('falls into the bucket whose bound it does not pass', () => {
    expect([0, 1, 2, 3, 50, 51, 3000, 3001].map(bucketOf)).toEqual([0, 0, 1, 2, 5, 6, 10, 11])
    expect(BUCKET_BOUNDS).toHaveLength(11)
  })

  it('is told from the buckets', () => {
    const buckets = Array<number>(12).fill(0)
    buckets[5] = 90
    buckets[8] = 10
    expect(percentile(buckets, 0.5)).toBe(37)
    expect(percentile(buckets, 0.95)).toBe(350)
    expect(percentile(Array<number>(12).fill(0), 0.5)).toBeNull()
  })

  it('is told as the last bound when it lies beyond', () => {
    const buckets = Array<number>(12).fill(0)
    buckets[11] = 3
    expect(percentile(buckets, 0.95)).toBe(3000)
  })
})

describe('the freshness of a resource', () => {
  it('is what its provider promised, and unknown when it does not say', () => {
    expect(freshnessOf('daily', AT - DAY, AT)).toBe('fresh')
    expect(freshnessOf('daily', AT - 3 * DAY, AT)).toBe('late')
    expect(freshnessOf('monthly', AT - 30 * DAY, AT)).toBe('fresh')
    expect(freshnessOf('daily', 0, AT)).toBe('unknown')
    expect(freshnessOf(undefined, AT, AT)).toBe('unknown')
  })

  it('is unknown when what its provider says cannot be', () => {
    expect(freshnessOf('daily', AT + 301_000, AT)).toBe('unknown')
    expect(freshnessOf('daily', 8.64e15, AT)).toBe('unknown')
    expect(freshnessOf('daily', -1, AT)).toBe('unknown')
    expect(freshnessOf('daily', AT + 299_000, AT)).toBe('fresh')
  })

  it('is not read from a moment that is still to come, by either connector', () => {
    const never = ['+275760-09-13T00:00:00Z', '2999-01-01T00:00:00Z', '1969-12-31T00:00:00Z', 'soon', null]
    expect(never.map((text) => updateIn(text))).toEqual([null, null, null, null, null])
    expect(updateIn('2026-11-20T08:00:00+08:00')).toBe(Date.parse('2026-11-20T08:00:00+08:00'))
    const headers = {
      'content-type': 'application/json',
      'last-modified': 'Fri, 20 Nov 2026 00:00:00 GMT',
    }
    const listed = readRows({
      status: 200,
      headers,
      text: '{"list":[],"updatedAt":"+275760-09-13T00:00:00Z"}',
    })
    expect(listed.updatedAt).toBe(Date.parse('2026-11-20T08:00:00+08:00'))
  })
})

describe('the quality of what a resource answers', () => {
  const label = { zh: '身份证号', en: 'Resident id' }
  const element: DataElement = { code: 'x.residentId', type: 'residentId', label, sensitivity: 'sensitive' }

  it('counts what must be there and is not, and what breaks the rules of its element', () => {
    const rows = [
      { residentId: '11010519491231002X', name: '张三', note: '' },
      { residentId: '110105194912310021', name: '', note: '' },
    ]
    const counts = judgeRows(
      [
        { field: 'residentId', required: true, element },
        { field: 'name', required: true },
        { field: 'note', required: false },
      ],
      rows,
      AT,
    )
    expect(counts).toEqual([
      { field: 'residentId', came: 2, empty: 0, faulty: 1 },
      { field: 'name', came: 2, empty: 1, faulty: 0 },
      { field: 'note', came: 0, empty: 0, faulty: 0 },
    ])
    expect(qualityOf(counts)).toEqual({
      complete: { part: 3, whole: 4 },
      accurate: { part: 2, whole: 3 },
    })
  })
})
