import { expect, test } from 'vitest'
import { checkCity } from '../../../db/city/check.ts'
import type { RawCity } from '../../../db/city/parse.ts'
import { copyOfCity, spoil } from './support.ts'

const DEPARTMENTS = 'catalog/departments.json'

/** What is spoilt about who has the work, how, and what the refusal says. */
const FAULTS: [string, (raw: RawCity) => void, string][] = [
  [
    'a successor that is no department',
    (raw) => spoil(raw, DEPARTMENTS, '[3].successor', 'nobody'),
    'catalog/departments.json: [3].successor: unknown department “nobody”',
  ],
  [
    'successors in a circle',
    (raw) => {
      spoil(raw, DEPARTMENTS, '[3].successor', 'health-commission')
      spoil(raw, DEPARTMENTS, '[1].successor', 'disease-control')
    },
    'successor: the successors go in a circle',
  ],
  [
    'a way to assign that is none',
    (raw) => spoil(raw, 'assignment.json', 'units[0].mode', 'luck'),
    'assignment.json: units[0].mode: is "luck"; give ("none" | "load" | "turn")',
  ],
  [
    'assignment in a department that is none',
    (raw) => spoil(raw, 'assignment.json', 'units[0].unit', 'nobody'),
    'assignment.json: units[0].unit: unknown department “nobody”',
  ],
  [
    'a share of more than all',
    (raw) => spoil(raw, 'supervision.json', 'spotChecks.rulePercent', 101),
    'supervision.json: spotChecks.rulePercent: is too big; write at most 100',
  ],
]

test.each(FAULTS)('%s is refused with file, place and remedy', (_what, spoilIt, told) => {
  const raw = copyOfCity()
  spoilIt(raw)
  expect(() => checkCity(raw)).toThrow(told)
})
