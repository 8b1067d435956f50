import { expect, it } from 'vitest'
import { packedContent, packedKnowns } from '#db/packing.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import type { Known } from '#shared/forms/draft.ts'
import type { Provenance } from '#shared/rules/judge.ts'

const register: Provenance = { kind: 'exchange', resource: 'population', at: 1790000000000 }
const knowns: Record<string, Known> = {
  'mother.name': { value: '沈清扬', source: register, locked: true },
  'mother.address': { value: '溪桥社区 98 号', source: { ...register }, locked: false },
  'applicant.phone': { value: '13900000000', source: { kind: 'account' }, locked: false },
}
const content: CaseContent = {
  facts: {
    'mother.name': { value: '沈清扬', source: register },
    'mother.address': {
      value: '溪桥社区 99 号',
      source: { kind: 'person' },
      differs: { value: '溪桥社区 98 号', source: register, locked: false },
    },
    'child.birthOrder': { value: 1, source: register },
  },
  files: {},
  consentId: 'consent-1',
  correcting: [],
}

/** What comes back of it from where it is stored. */
function stored(packed: unknown): unknown {
  return JSON.parse(JSON.stringify(packed))
}

it('opens what is known as it was packed, each source stored once', () => {
  const packed = packedKnowns.pack(knowns)
  expect(packedKnowns.unpack(stored(packed))).toEqual(knowns)
  expect(JSON.stringify(packed).split('population')).toHaveLength(2)
})

it('opens what is known as drafts stored it before', () => {
  const before = { sources: [register], values: [['mother.name', '沈清扬', 0, true]] }
  expect(packedKnowns.unpack(before)).toEqual({ 'mother.name': knowns['mother.name'] })
})

it('opens a case as it was packed, with what the register said otherwise', () => {
  expect(packedContent.unpack(stored(packedContent.pack(content)))).toEqual(content)
})

it('opens a case that was stored as it stood', () => {
  expect(packedContent.unpack(stored(content))).toEqual(content)
})

it('does not open a fact whose source is lost', () => {
  expect(() => packedKnowns.unpack({ sources: [], values: [['mother.name', '沈清扬', 0, true]] })).toThrow(
    'the source of mother.name',
  )
})
