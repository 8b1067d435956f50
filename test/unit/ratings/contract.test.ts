import * as v from 'valibot'
import { expect, it } from 'vitest'
import { ratings } from '#shared/contract/ratings.ts'

const posted = { caseNo: 'T1', level: '1', tags5: '513', tags1: ['113', '115'], text: ' 跑了三趟 ' }

it('a form’s tags count only for the level that was chosen last', () => {
  expect(v.parse(ratings.rate.input, posted)).toEqual({
    caseNo: 'T1',
    level: 1,
    tags: ['113', '115'],
    text: '跑了三趟',
  })
})

it('a rating without a level says so by its own code', () => {
  const { issues } = v.safeParse(ratings.rate.input, { ...posted, level: undefined })
  expect(issues?.map(({ message }) => message)).toEqual(['level_missing'])
})
