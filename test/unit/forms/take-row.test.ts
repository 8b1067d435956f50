import { expect, it } from 'vitest'
import { takeRow } from '#shared/forms/take-row.ts'
import { element } from '../elements/fields.ts'

const PLAN = { resource: 'population', ask: {}, gives: { name: 'name' }, locked: [] }
const at = { at: 0, today: '2026-11-23' }

it('what a register says and no form can take is kept as people can read it', () => {
  const bundle = { elements: { name: element('text') } }
  const { knowns, unusable } = takeRow(bundle, PLAN, { name: '林\u0000知\u202E夏\n' }, at)
  expect(knowns).toEqual({})
  expect(unusable.name?.value).toBe('林知夏 ')
})
