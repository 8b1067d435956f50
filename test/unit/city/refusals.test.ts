import { expect, it, describe } from 'vitest'
import { checkCity } from '../../../db/city/check.ts'
import type { RawCity } from '../../../db/city/parse.ts'
import { copyOfCity, indexOf, spoil } from './support.ts'

const ITEMS = 'catalog/items/newborn.json'
const ELEMENTS = 'catalog/elements/newborn.json'
const EVENTS = 'catalog/life-events/newborn.json'
const POLICIES = 'catalog/policies.json'
const PEOPLE = 'people/generated.json'

/** What is spoilt, how, and how the refusal must begin and go on. */
const FAULTS: [string, (raw: RawCity) => void, string][] = [
  [
    'an unknown element in an item',
    (raw) => spoil(raw, ITEMS, '[3].needs[2].element', 'child.nmae'),
    'db/city/catalog/items/newborn.json: [3].needs[2].element: unknown element “child.nmae”; add it to elements/',
  ],
  [
    'an unknown department',
    (raw) => spoil(raw, ITEMS, '[0].department', 'no-such'),
    'catalog/items/newborn.json: [0].department: unknown department',
  ],
  [
    'an unknown material',
    (raw) => spoil(raw, ITEMS, '[0].materials[0]', 'passport'),
    'catalog/items/newborn.json: [0].materials[0]: unknown material',
  ],
  [
    'an unknown certificate',
    (raw) => spoil(raw, ITEMS, '[1].result.certificate', 'diploma'),
    'catalog/items/newborn.json: [1].result.certificate: unknown certificate',
  ],
  [
    'an unknown resource',
    (raw) => spoil(raw, EVENTS, '[0].lookups[0].resource', 'weather'),
    'catalog/life-events/newborn.json: [0].lookups[0].resource: unknown resource',
  ],
  [
    'a look-up of somebody else without anything that proves the relation',
    (raw) => spoil(raw, EVENTS, '[0].lookups[4].proof', undefined),
    'catalog/life-events/newborn.json: [0].lookups[4].ask: asks about somebody else and nothing proves the relation',
  ],
  [
    'a proof that only the person gives',
    (raw) => spoil(raw, EVENTS, '[0].lookups[4].proof[0]', 'child.name'),
    'catalog/life-events/newborn.json: [0].lookups[4].proof[0]: “child.name” proves nothing',
  ],
  [
    'a proof that would stand when the marriage has ended',
    (raw) => spoil(raw, EVENTS, '[0].lookups[2].only', undefined),
    'catalog/life-events/newborn.json: [0].lookups[2].only: proves a relation whatever status says',
  ],
  [
    'a value of a field that the register does not have',
    (raw) => spoil(raw, EVENTS, '[0].lookups[2].only.ended', false),
    'catalog/life-events/newborn.json: [0].lookups[2].only.ended: marriage has no field “ended”',
  ],
  [
    'an unknown item in a bundle',
    (raw) => spoil(raw, EVENTS, '[0].items[0].item', 'tax-return'),
    'catalog/life-events/newborn.json: [0].items[0].item: unknown item',
  ],
  [
    'an unknown item that exempts a material',
    (raw) => spoil(raw, 'catalog/materials/newborn.json', '[0].exemptBy[0].ref', 'tax-return'),
    'catalog/materials/newborn.json: [0].exemptBy[0].ref: unknown item',
  ],
  [
    'an unknown element on a certificate',
    (raw) => spoil(raw, 'catalog/certificates/newborn.json', '[0].holder.name', 'child.nmae'),
    'catalog/certificates/newborn.json: [0].holder.name: unknown element',
  ],
  [
    'an unknown placeholder in a formal document',
    (raw) => spoil(raw, 'catalog/documents.json', '[0].parts[0].text', '{nmae}，您好'),
    'db/city/catalog/documents.json: [0].parts[0].text: unknown placeholder “{nmae}”; use one of case, event',
  ],
  [
    'an unknown role of staff',
    (raw) => spoil(raw, 'staff.json', '[0].roles[0]', 'mayor'),
    'staff.json: [0].roles[0]: unknown role',
  ],
  [
    'a right outside the closed list',
    (raw) => spoil(raw, 'roles.json', '[0].rights[0].right', 'everything'),
    'roles.json: [0].rights[0].right: ',
  ],
  [
    'a condition on an unknown element',
    (raw) => spoil(raw, POLICIES, '[0].rule.all[1].any[0].all[0].element', 'enterprise.size'),
    'catalog/policies.json: [0].rule.all[1].any[0].all[0].element: unknown element',
  ],
  [
    'a policy on what no look-up gives',
    (raw) => spoil(raw, POLICIES, '[0].rule.all[0].element', 'child.weight'),
    'catalog/policies.json: [0].rule.all[0].element: no look-up gives “child.weight”',
  ],
  [
    'a condition with an unknown operator',
    (raw) => spoil(raw, POLICIES, '[0].rule.all[0]', { element: 'enterprise.name', like: 'x' }),
    'catalog/policies.json: [0].rule.all[0]: is not a condition; use all, any, not, is',
  ],
  [
    'a condition that compares with no option',
    (raw) => spoil(raw, EVENTS, '[0].items[1].include', { element: 'situation.householdWith', is: 'aunt' }),
    'catalog/life-events/newborn.json: [0].items[1].include: situation.householdWith has no option “aunt”; use one of mother',
  ],
  [
    'a condition that compares yes or no with a word',
    (raw) => spoil(raw, EVENTS, '[0].items[1].include', { element: 'situation.married', is: 'yes' }),
    '[0].items[1].include: situation.married is a yesNo',
  ],
  [
    'a condition on what is never asked nor known',
    (raw) => spoil(raw, EVENTS, '[0].items[1].include', { element: 'enterprise.name', is: 'x' }),
    'catalog/life-events/newborn.json: [0].items[1].include.element: “enterprise.name” is never asked nor looked up',
  ],
  [
    'a question that depends on a later one',
    (raw) => spoil(raw, EVENTS, '[0].situations[0].showWhen', { element: 'situation.married', is: true }),
    '[0].situations[0].showWhen: “situation.married” is not asked before',
  ],
  [
    'items that wait for each other',
    (raw) => spoil(raw, EVENTS, '[0].items[1].prerequisites', ['medical-insurance']),
    'catalog/life-events/newborn.json: [0].items[1].prerequisites: items wait for each other: birth-certificate → medical-insurance → household-registration → birth-certificate',
  ],
  [
    'a prerequisite outside the bundle',
    (raw) =>
      spoil(raw, EVENTS, '[0].items', [
        { item: 'household-registration', prerequisites: ['birth-certificate'] },
      ]),
    '[0].items[0].prerequisites[0]: “birth-certificate” is no item of this life event',
  ],
  [
    'a promise beyond the law',
    (raw) => spoil(raw, ITEMS, `[${indexOf(raw, ITEMS, 'maternity-reimbursement')}].promisedDays`, 21),
    '[6].promisedDays: 21 is more than the legal 20',
  ],
  [
    'a promise for the whole that its items cannot keep',
    (raw) => spoil(raw, EVENTS, '[0].promisedDays', 3),
    '[0].promisedDays: “medical-insurance” takes 4 days with what it waits for',
  ],
  [
    'a needed element on no page',
    (raw) =>
      spoil(raw, EVENTS, '[0].pages[0].elements', [
        'applicant.name',
        'applicant.residentId',
        'applicant.phone',
      ]),
    '[0].pages: “applicant.address” is needed but stands on no page',
  ],
  [
    'an element on two pages',
    (raw) => spoil(raw, EVENTS, '[0].pages[1].elements[0]', 'applicant.name'),
    '[0].pages[1].elements[0]: “applicant.name” stands on two pages',
  ],
  [
    'an element on a page that nobody needs',
    (raw) => spoil(raw, EVENTS, '[0].pages[0].elements[4]', 'enterprise.name'),
    '[0].pages[0].elements[4]: no item needs “enterprise.name”',
  ],
  [
    'a look-up of a field that the resource has not',
    (raw) => spoil(raw, EVENTS, '[0].lookups[0].gives', { 'mother.name': 'nickname' }),
    '[0].lookups[0].gives.mother.name: population has no field “nickname”; use one of residentId',
  ],
  [
    'a locked element that is not given',
    (raw) => spoil(raw, EVENTS, '[0].lookups[0].locked[0]', 'child.name'),
    '[0].lookups[0].locked[0]: “child.name” is not given by this look-up',
  ],
  [
    'an option without a label',
    (raw) => spoil(raw, ELEMENTS, `[${indexOf(raw, ELEMENTS, 'child.gender')}].options[0].label`),
    '].options[0].label: is missing',
  ],
  [
    'a choice without options',
    (raw) => spoil(raw, ELEMENTS, `[${indexOf(raw, ELEMENTS, 'child.gender')}].options`),
    '].options: child.gender is a choice without options',
  ],
  [
    'a type of value that does not exist',
    (raw) => spoil(raw, ELEMENTS, '[0].type', 'emoji'),
    'catalog/elements/newborn.json: [0].type: is not a type of value',
  ],
  [
    'a missing translation',
    (raw) => spoil(raw, ITEMS, '[0].name.en'),
    'catalog/items/newborn.json: [0].name.en: is missing',
  ],
  [
    'a key that has no place',
    (raw) => spoil(raw, ITEMS, '[0].nmae', 'x'),
    'catalog/items/newborn.json: [0].nmae: ',
  ],
  [
    'half-width punctuation beside Han',
    (raw) => spoil(raw, ITEMS, '[2].summary.zh', '得到宝宝的接种证,免费'),
    'catalog/items/newborn.json: [2].summary.zh: half-width punctuation in “',
  ],
  [
    'a code that stands twice',
    (raw) => spoil(raw, ITEMS, '[1].code', 'birth-registration'),
    'catalog/items/newborn.json: [1].code: “birth-registration” stands twice',
  ],
  [
    'a task code that is not built from its parts',
    (raw) => spoil(raw, ITEMS, '[0].catalogCode', '002023099000'),
    'catalog/items/newborn.json: [0].taskCode: is not ',
  ],
  [
    'a resident id with a wrong check digit',
    (raw) => spoil(raw, PEOPLE, '[0].residentId', '349901199504180028'),
    'people/generated.json: [0].residentId: “349901199504180028” is no valid resident id',
  ],
  [
    'a resident id outside the fictional division',
    (raw) => spoil(raw, PEOPLE, '[0].residentId', '11010519491231002X'),
    'people/generated.json: [0].residentId: “11010519491231002X” is outside the fictional division 3499',
  ],
  [
    'a credit code outside the fictional division',
    (raw) => spoil(raw, 'enterprises/generated.json', '[0].creditCode', '91350100M000100Y43'),
    'enterprises/generated.json: [0].creditCode: “91350100M000100Y43” is outside',
  ],
  [
    'a credit code with a wrong check character',
    (raw) => spoil(raw, 'catalog/departments.json', '[0].creditCode', '11349900003180019F'),
    'catalog/departments.json: [0].creditCode: “11349900003180019F” is no valid credit code',
  ],
  [
    'an account of nobody',
    (raw) => spoil(raw, 'accounts/generated.json', '[0].residentId', '349901199001010000'),
    'accounts/generated.json: [0].residentId: nobody in people has',
  ],
  [
    'a phone that may be somebody’s',
    (raw) => spoil(raw, PEOPLE, '[0].phone', '13800138000'),
    'people/generated.json: [0].phone: is outside 1400',
  ],
  [
    'a register with a field that its resource has not',
    (raw) => spoil(raw, 'registers/generated/birth.json', 'rows[0].horoscope', 'scorpio'),
    'registers/generated/birth.json: rows[0].horoscope: birth has no such field',
  ],
  [
    'a register with a value its element cannot take',
    (raw) => spoil(raw, 'registers/generated/birth.json', 'rows[0].gender', 'girl'),
    'registers/generated/birth.json: rows[0].gender: “girl” does not fit child.gender',
  ],
  [
    'a row that a life event brought to a generated register',
    (raw) => spoil(raw, 'registers/marriage.json', 'rows[1].horoscope', 'scorpio'),
    'registers/marriage.json: rows[1].horoscope: marriage has no such field',
  ],
  [
    'a register in a file of another name',
    (raw) => spoil(raw, 'registers/estate.json', 'resource', 'lease'),
    'registers/estate.json: resource: “lease” belongs into registers/lease.json',
  ],
  [
    'a resource without a register',
    (raw) => Reflect.deleteProperty(raw, 'registers/generated/birth.json'),
    'has no register; add registers/birth.json',
  ],
  [
    'a missing file',
    (raw) => Reflect.deleteProperty(raw, 'roles.json'),
    'db/city/roles.json: is missing; add the file',
  ],
  [
    'a grid outside its community',
    (raw) =>
      spoil(
        raw,
        'catalog/divisions.json',
        `[${indexOf(raw, 'catalog/divisions.json', '349901001001001')}].code`,
        '349921001001001',
      ),
    '].parent: 349921001001001 does not begin with 349901001001',
  ],
]

describe('loading the city', () => {
  it('accepts the files as they are', () => {
    expect(() => checkCity(copyOfCity())).not.toThrow()
  })

  it.each(FAULTS)('refuses %s, with file, place and remedy', (_what, damage, message) => {
    const raw = copyOfCity()
    damage(raw)
    expect(() => checkCity(raw)).toThrow(message)
  })
})
