import { expect, it } from 'vitest'
import { inspectCity } from '../../../db/city/check.ts'
import type { RawCity } from '../../../db/city/parse.ts'
import { showFinding } from '../../../db/city/refuse.ts'
import { copyOfCity, indexOf, spoil } from './support.ts'

const ITEMS = 'catalog/items/newborn.json'
const EVENTS = 'catalog/life-events/newborn.json'
const MATERIALS = 'catalog/materials/newborn.json'
const NEVER = {
  all: [
    { element: 'situation.married', is: true },
    { element: 'situation.married', is: false },
  ],
}

function findings(...faults: ((raw: RawCity) => void)[]): string[] {
  const raw = copyOfCity()
  for (const fault of faults) fault(raw)
  return inspectCity(raw).findings.map(showFinding)
}

it('finds nothing in the files as they are', () => {
  expect(findings()).toEqual([])
})

it('tells everything that is wrong at once, each by its own file', () => {
  expect(
    findings(
      (raw) => spoil(raw, ITEMS, '[3].needs[2].element', 'child.nmae'),
      (raw) => spoil(raw, ITEMS, '[0].department', 'no-such'),
      (raw) => spoil(raw, EVENTS, '[0].promisedDays', 3),
      (raw) => spoil(raw, 'people/generated.json', '[0].phone', '13800138000'),
    ),
  ).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${ITEMS}: [3].needs[2].element: unknown element “child.nmae”`),
      expect.stringContaining(`${ITEMS}: [0].department: unknown department “no-such”`),
      expect.stringContaining(`${EVENTS}: [0].promisedDays: `),
      expect.stringContaining('people/generated.json: [0].phone: is outside 1400'),
    ]),
  )
})

it('tells every value of a file that has not its shape', () => {
  const found = findings(
    (raw) => spoil(raw, ITEMS, '[0].name.en'),
    (raw) => spoil(raw, ITEMS, '[1].promisedDays', 'three'),
    (raw) => spoil(raw, 'catalog/halls.json', '[0].hours'),
  )
  expect(found).toHaveLength(3)
})

const PARTS: [string, (raw: RawCity) => void, string][] = [
  [
    'a question that no answers lead to',
    (raw) => spoil(raw, EVENTS, '[0].situations[4].showWhen', NEVER),
    '[0].situations[4].showWhen: no answers lead to this question',
  ],
  [
    'an effect that no answers lead to',
    (raw) =>
      spoil(raw, EVENTS, '[0].situations[2].effects', [
        { effect: 'notice', when: NEVER, message: { zh: '无', en: 'none' } },
      ]),
    '[0].situations[2].effects[0].when: no answers lead to this effect',
  ],
  [
    'an item that no answers lead to',
    (raw) => spoil(raw, EVENTS, '[0].items[1].include', NEVER),
    '[0].items[1].include: no answers lead to this item',
  ],
  [
    'a page without anything on it',
    (raw) => spoil(raw, EVENTS, '[0].pages[0].elements', []),
    '[0].pages[0].elements: is empty',
  ],
  [
    'a material that nobody needs',
    (raw) => {
      const list = raw[MATERIALS]
      if (Array.isArray(list)) list.push({ ...list[0], code: 'old-form' })
    },
    'code: nobody needs “old-form”',
  ],
  [
    'an effect on an item of another life event',
    (raw) =>
      spoil(raw, EVENTS, '[0].situations[2].effects', [
        {
          effect: 'dropItem',
          items: ['restaurant-licence'],
          when: { element: 'situation.married', is: true },
          message: { zh: '无', en: 'none' },
        },
      ]),
    '[0].situations[2].effects[0].items[0]: ',
  ],
  [
    'a window that is not there',
    (raw) => spoil(raw, EVENTS, '[0].applyWindow', 'spring'),
    '[0].applyWindow: unknown window “spring”',
  ],
  [
    'a window that ends before it begins',
    (raw) =>
      spoil(raw, EVENTS, '[0].windows', [
        { code: 'spring', name: { zh: '春', en: 'Spring' }, from: '2027-04-01', to: '2027-03-01' },
      ]),
    '[0].windows[0].to: 2027-03-01 lies before 2027-04-01',
  ],
  [
    'a participant known by what is never asked',
    (raw) =>
      spoil(raw, EVENTS, '[0].participants', [
        {
          code: 'witness',
          title: { zh: '见证人', en: 'Witness' },
          name: 'enterprise.name',
          residentId: 'applicant.residentId',
          sees: [],
          statement: { zh: '我同意', en: 'I agree' },
        },
      ]),
    '[0].participants[0].name: “enterprise.name” is never asked',
  ],
  [
    'a check beside a field that is not there',
    (raw) =>
      spoil(raw, EVENTS, '[0].checks', [
        {
          rule: { element: 'situation.married', is: true },
          fields: ['enterprise.name'],
          message: { zh: '不对', en: 'Wrong' },
        },
      ]),
    '[0].checks[0].fields[0]: “enterprise.name” is never asked',
  ],
  [
    'a stage with an item that is not in',
    (raw) => spoil(raw, EVENTS, '[0].stages', [{ title: { zh: '一', en: 'One' }, items: ['tax-return'] }]),
    '[0].stages[0].items[0]: “tax-return” is no item of this life event',
  ],
  [
    'an item of a division that is not there',
    (raw) => spoil(raw, ITEMS, `[${indexOf(raw, ITEMS, 'birth-certificate')}].division`, '349999'),
    'division: unknown division “349999”',
  ],
]

it.each(PARTS)('finds %s', (_what, fault, told) => {
  expect(findings(fault).join('\n')).toContain(told)
})
