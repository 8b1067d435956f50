import { describe, expect, test } from 'vitest'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import { showMasked, showValue, takeKnown, takeValue, typedValue } from '#shared/elements/value.ts'
import { takeField } from '#shared/forms/field-rules.ts'
import { fieldOf } from '../../../server/domain/forms/fields.ts'
import { randomFrom, randomRaw } from './random.ts'
import { SAMPLES } from './samples.ts'
import { TODAY } from './fields.ts'

const CONTEXT = { today: TODAY }
const TYPES = Object.keys(VALUE_TYPES) as (keyof typeof VALUE_TYPES)[]

describe.each(TYPES)('%s', (name) => {
  const { element, typed } = SAMPLES[name]

  test('takes what a person may type, and shows it in both languages', () => {
    const { value, fault } = takeValue(element, typed, true, CONTEXT)
    expect(fault).toBeNull()
    if (value === undefined) return expect(name).toBe('shown')
    for (const lang of ['zh', 'en'] as const)
      expect(showValue(element, value, lang)).not.toMatch(/^$|undefined|NaN|object/)
    expect(showMasked({ ...element, sensitivity: 'sensitive' }, value, 'zh')).toContain('*')
  })

  test('never throws, and a value it takes is taken again just so when typed as it is shown for correcting', () => {
    const random = randomFrom(TYPES.indexOf(name) + 1)
    const codes = element.columns?.map(({ code }) => code) ?? []
    let taken = 0
    for (let i = 0; i < 2000; i += 1) {
      const raw = i === 0 ? typed : randomRaw(random, codes)
      const { value, fault } = takeValue(element, raw, true, CONTEXT)
      if (value === undefined) continue
      showValue(element, value, 'zh')
      showMasked({ ...element, sensitivity: 'sensitive' }, value, 'en')
      if (fault) continue
      taken += 1
      expect(takeValue(element, typedValue(element, value), true, CONTEXT)).toEqual({ value, fault: null })
      expect(takeKnown(element, value, CONTEXT)).toEqual({ value, fault: null })
    }
    expect(taken).toBeGreaterThan(name === 'shown' ? -1 : 0)
  })

  test('is judged by a browser, from what its field says, as the server judges it', () => {
    const random = randomFrom(TYPES.indexOf(name) + 100)
    const codes = element.columns?.map(({ code }) => code) ?? []
    const field = fieldOf(element, 'zh', { value: '', required: true, problem: null })
    for (let i = 0; i < 500; i += 1) {
      const raw = i === 0 ? typed : randomRaw(random, codes)
      expect(takeField(VALUE_TYPES[name], field, raw, true, TODAY)).toEqual(
        takeValue(element, raw, true, CONTEXT),
      )
    }
  })

  test('that is blank is a problem only where an answer is required', () => {
    const required = takeValue(element, undefined, true, CONTEXT).fault?.code
    expect(required).toBe(name === 'shown' ? undefined : 'missing')
    expect(takeValue(element, undefined, false, CONTEXT).fault).toBeNull()
  })
})
