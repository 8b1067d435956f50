import { expect, test } from 'vitest'
import { eventGuide } from '../../../shared/guides/event-guide.ts'
import { itemGuide } from '../../../shared/guides/item-guide.ts'
import type { Around } from '../../../shared/guides/around.ts'
import { bundle, published } from '../../support/published.ts'

const newborn = bundle('newborn')

const AROUND: Around = {
  halls: published.all('hall'),
  offer: { state: 'open', since: null, until: null, notice: null },
  updatedOn: '2026-11-20',
  ratings: { newborn: { count: 3, satisfied: 2 } },
  titleOf: (code) => published.find('lifeEvent', code)?.title,
}

test('items stand in the order of their prerequisites, side by side where none waits for another', () => {
  const { stages } = eventGuide(newborn, 'zh', AROUND)
  expect(stages.map(({ items }) => items.map(({ code }) => code))).toEqual([
    ['birth-registration', 'birth-certificate'],
    ['vaccination-record', 'household-registration', 'maternity-reimbursement'],
    ['medical-insurance', 'social-security-card'],
  ])
  expect(stages.map(({ after }) => after)).toEqual([[], ['出生医学证明'], ['居民户口簿（常住人口登记卡）']])
})

test('every material says how it is given and who spares it', () => {
  const materials = new Map(
    eventGuide(newborn, 'zh', AROUND).materials.map((material) => [material.code, material]),
  )
  expect(materials.get('marriage-certificate')).toMatchObject({
    how: 'exempt',
    source: '市民政局',
    when: '父母已登记结婚',
  })
  expect(materials.get('birth-certificate')).toMatchObject({ how: 'ownItem', source: '出生医学证明' })
  expect(materials.get('ethnicity-statement')).toMatchObject({ how: 'sign', when: '父母的民族不同' })
  expect(materials.get('child-photo')).toMatchObject({ how: 'optional' })
  expect(materials.get('delivery-bill')).toMatchObject({ how: 'upload' })
})

test('the English guide has no Chinese in it', () => {
  expect(JSON.stringify(eventGuide(newborn, 'en', AROUND))).not.toMatch(/\p{Script=Han}/u)
})

test('every item has a guide that leads to its life event, in both languages', () => {
  for (const item of published.all('item')) {
    expect(itemGuide(published, item, 'zh', AROUND).lifeEvents).not.toEqual([])
    expect(JSON.stringify(itemGuide(published, item, 'en', AROUND))).not.toMatch(/\p{Script=Han}/u)
  }
})

test('an item granted at once names the rule it is granted by', () => {
  const item = published.one('item', 'vaccination-record')
  expect(itemGuide(published, item, 'en', AROUND).instant?.conditions).toEqual([
    'The hospital’s birth record has this baby',
    'The birth record gives the birth certificate number',
    'The baby is under one year old',
  ])
})
