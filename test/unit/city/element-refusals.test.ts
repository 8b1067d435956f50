import { expect, it } from 'vitest'
import { checkCity } from '../../../db/city/check.ts'
import type { RawCity } from '../../../db/city/parse.ts'
import { copyOfCity, spoil } from './support.ts'

const ELEMENTS = 'catalog/elements/newborn.json'
const POLICIES = 'catalog/policies.json'

/** A number, instead of the first element. */
const FIRST = {
  code: 'test.number',
  type: 'integer',
  label: { zh: '数', en: 'Number' },
  sensitivity: 'open',
}

/** What is spoilt in a definition of an element or in what compares elements, and how the refusal must begin. */
const FAULTS: [string, (raw: RawCity) => void, string][] = [
  [
    'an unknown code list',
    (raw) => spoil(raw, ELEMENTS, '[0].codeList', 'planets'),
    'catalog/elements/newborn.json: [0].codeList: unknown code list “planets”',
  ],
  [
    'a property that is for another type of value',
    (raw) => spoil(raw, ELEMENTS, '[0].minRows', 2),
    'catalog/elements/newborn.json: [0].minRows: is not for a ',
  ],
  [
    'a group without fields',
    (raw) => spoil(raw, ELEMENTS, '[0].type', 'group'),
    'catalog/elements/newborn.json: [0].fields: is missing; a group needs it',
  ],
  [
    'an element that is computed from what cannot be added',
    (raw) => spoil(raw, ELEMENTS, '[0].derive', { total: ['child.name'] }),
    'catalog/elements/newborn.json: [0].derive.total: child.name is a personName; total needs integer',
  ],
  [
    'an element that is computed from itself',
    (raw) => {
      spoil(raw, ELEMENTS, '[0]', { ...FIRST, derive: { total: [FIRST.code] } })
    },
    'catalog/elements/newborn.json: [0].derive.total: is computed from itself; take the circle out',
  ],
  [
    'a way to compute that there is not',
    (raw) => spoil(raw, ELEMENTS, '[0].derive', { moonPhase: 'child.birthDate' }),
    'catalog/elements/newborn.json: [0].derive: is no way to compute; use one of daysSince',
  ],
  [
    'a comparison of what cannot be compared',
    (raw) =>
      spoil(raw, POLICIES, '[0].rule', {
        element: 'enterprise.name',
        is: { element: 'enterprise.establishedOn' },
      }),
    'catalog/policies.json: [0].rule: enterprise.name is a text, enterprise.establishedOn a date; compare like with like',
  ],
]

it.each(FAULTS)('refuses %s, with file, place and remedy', (_what, damage, message) => {
  const raw = copyOfCity()
  damage(raw)
  expect(() => checkCity(raw)).toThrow(message)
})
