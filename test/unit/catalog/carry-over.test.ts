import { expect, test } from 'vitest'
import type { Bundle } from '../../../shared/catalog/bundle.ts'
import type { LookupPlan } from '../../../shared/catalog/life-event.ts'
import { carryOver, type CarriedChange } from '../../../shared/catalog/carry-over.ts'
import { emptyDraft, type DraftContent } from '../../../shared/forms/draft.ts'
import { bundlesFor } from '../../../server/domain/catalog/resolve.ts'
import { bundle, whole } from '../../support/published.ts'
import { beekeeping } from '../../support/small-event.ts'

type Sample = ReturnType<typeof beekeeping>
const TODAY = '2026-11-23'

/** The sample's bundle after a change of the sample. */
function made(change: (sample: Sample) => void = () => undefined): Bundle {
  const sample = beekeeping()
  change(sample)
  const [bundle] = bundlesFor({
    ...whole,
    element: [...whole.element, ...sample.element],
    material: [...whole.material, ...sample.material],
    item: sample.item,
    lifeEvent: sample.lifeEvent,
  })
  if (!bundle) throw new Error('the sample has no life event')
  return { ...bundle, id: 'sample' }
}

function first<T>([each]: readonly T[]): T {
  if (each === undefined) throw new Error('the sample is empty')
  return each
}

const draft: DraftContent = {
  ...emptyDraft(),
  answers: { 'situation.sellsHoney': 'yes', 'bees.hives': '40', 'applicant.phone': '14000000001' },
  files: { 'hive-photo': [{ fileId: 'f1', name: 'a.jpg', bytes: 10 }] },
  saved: ['s1', 'consent', 'bees', 'materials'],
}

function carried(change: (sample: Sample) => void): { content: DraftContent; told: string[] } {
  const { content, changes } = carryOver(made(), made(change), draft, TODAY)
  return { content, told: changes.map(({ what, code }: CarriedChange) => `${what} ${code}`) }
}

test('a draft of the same content is carried over as it is, and nothing is told', () => {
  const { content, told } = carried(() => undefined)
  expect(content).toEqual(draft)
  expect(told).toEqual([])
})

test('what is asked now is told; everything answered stays', () => {
  const { content, told } = carried((sample) => {
    first(sample.item).needs.push({ element: 'applicant.name' })
    first(first(sample.lifeEvent).pages).elements.push('applicant.name')
  })
  expect(told).toEqual(['asked-now applicant.name'])
  expect(content.answers).toEqual(draft.answers)
})

test('what is not asked any more is told, and its answer waits where the element is still known', () => {
  const { content, told } = carried((sample) => {
    first(sample.item).needs = []
    first(first(sample.lifeEvent).pages).elements = ['applicant.phone']
  })
  expect(told).toEqual(['not-asked-any-more bees.hives'])
  expect(content.answers).not.toHaveProperty('bees.hives')
})

test('a question put before the others moves their steps, and they stay done', () => {
  const { content, told } = carried((sample) => {
    const event = first(sample.lifeEvent)
    sample.element.push({
      code: 'situation.inCity',
      type: 'yesNo',
      label: { zh: '是否在城区', en: 'In the city' },
      sensitivity: 'open',
    })
    event.situations.unshift({
      element: 'situation.inCity',
      question: { zh: '蜂箱在城区吗？', en: 'Are the hives in the city?' },
    })
  })
  expect(content.saved).toEqual(['s2', 'consent', 'bees', 'materials'])
  expect(told).toEqual(['asked-now situation.inCity'])
})

test('an answer that fits no longer is kept as typed and told', () => {
  const { content, told } = carried((sample) => {
    const hives = sample.element.find(({ code }) => code === 'bees.hives')
    if (hives) hives.max = 20
  })
  expect(content.answers['bees.hives']).toBe('40')
  expect(told).toEqual(['options-changed bees.hives'])
})

test('an item and its material that go are told, and so are other days', () => {
  const { content, told } = carried((sample) => {
    const event = first(sample.lifeEvent)
    event.items = event.items.slice(0, 1)
    event.promisedDays = 3
    first(sample.item).materials = []
  })
  expect(told).toEqual([
    'item-gone honey-selling',
    'not-asked-any-more applicant.phone',
    'material-gone hive-photo',
    'days beekeeping',
  ])
  expect(content.files).toEqual(draft.files)
})

test('a new look-up is agreed to again', () => {
  const { content, told } = carried((sample) => {
    first(sample.lifeEvent).lookups = [
      {
        resource: 'population',
        ask: { residentId: 'applicant.residentId' },
        gives: { 'applicant.address': 'address' },
        locked: [],
      },
    ]
  })
  expect(content.saved).toEqual(['s1', 'bees', 'materials'])
  expect(content.consentId).toBeNull()
  expect(told).toEqual(['consent-again consent'])
})

test('of two look-ups that differ in when they are made alone, each stays what it was', () => {
  const newborn = bundle('newborn')
  const places = newborn.lifeEvent.lookups.flatMap(({ resource }, i) => (resource === 'birth' ? [i] : []))
  expect(places).toHaveLength(2)
  for (const place of places) {
    const lookups = { [`birth#${place}`]: 'found' as const }
    const { content } = carryOver(newborn, newborn, { ...emptyDraft(), lookups }, TODAY)
    expect(content.lookups).toEqual(lookups)
  }
})

test('a look-up is the same one in whatever order a database gives back its keys', () => {
  const asking = (when: LookupPlan['when']) =>
    made((sample) => {
      const ask = { residentId: 'applicant.residentId' }
      const gives = { 'applicant.address': 'address' }
      first(sample.lifeEvent).lookups = [{ resource: 'population', when, ask, gives, locked: [] }]
    })
  const found = { ...draft, consentId: 'c1', lookups: { 'population#0': 'found' as const } }
  const before = asking({ element: 'situation.sellsHoney', is: true })
  const same = asking({ is: true, element: 'situation.sellsHoney' })
  expect(carryOver(before, same, found, TODAY).content).toEqual(found)
  const other = asking({ element: 'situation.sellsHoney', is: false })
  const { lookups, consentId } = carryOver(before, other, found, TODAY).content
  expect({ lookups, consentId }).toEqual({ lookups: {}, consentId: null })
})

test('what came of a look-up that needs a proof now, or other rows, is let go and agreed to again', () => {
  const plan = {
    resource: 'population',
    ask: { residentId: 'applicant.residentId' },
    gives: { 'applicant.address': 'address' },
    locked: [],
  }
  const asking = (more: Pick<LookupPlan, 'proof' | 'only'> = {}) =>
    made((sample) => (first(sample.lifeEvent).lookups = [{ ...plan, ...more }]))
  const knowns: DraftContent['knowns'] = {
    'applicant.address': {
      value: '柳岸街道',
      source: { kind: 'exchange', resource: 'population' },
      locked: false,
    },
  }
  const found = { ...draft, consentId: 'c1', knowns, lookups: { 'population#0': 'found' as const } }
  expect(carryOver(asking(), asking(), found, TODAY).content).toMatchObject({
    knowns,
    lookups: found.lookups,
  })
  for (const other of [{ proof: ['applicant.residentId'] }, { only: { status: 'standing' } }]) {
    const { content } = carryOver(asking(), asking(other), found, TODAY)
    const left = { knowns: content.knowns, lookups: content.lookups, consentId: content.consentId }
    expect(left).toEqual({ knowns: {}, lookups: {}, consentId: null })
  }
})
