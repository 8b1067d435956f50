import { expect, test } from 'vitest'
import { checkCity } from '../../../db/city/check.ts'
import type { RawCity } from '../../../db/city/parse.ts'
import { copyOfCity, indexOf, spoil } from './support.ts'

const GRANTS = 'grants.json'
const RESOURCES = 'catalog/resources/person.json'
const ENTERPRISES = 'catalog/resources/enterprise.json'

/** What is spoilt in grants and resources, how, and what the refusal says. */
const FAULTS: [string, (raw: RawCity) => void, string][] = [
  [
    'a grant of another department’s item',
    (raw) => spoil(raw, GRANTS, '[0].unit', 'education'),
    'grants.json: [0].item: “bank-account-closing” is no item of education',
  ],
  [
    'a grant of a field the resource has not',
    (raw) => spoil(raw, GRANTS, '[0].fields[0]', 'secrets'),
    'grants.json: [0].fields[0]: bank-accounts has no field “secrets”',
  ],
  [
    'a grant that ends before it begins',
    (raw) => spoil(raw, GRANTS, '[0].validTo', '2020-01-01'),
    'grants.json: [0].validTo: is before 2025-08-01',
  ],
  [
    'a look-up that nobody is granted',
    (raw) => spoil(raw, GRANTS, '[0].item', 'seal-cancellation'),
    'bank-account-closing uses bank-accounts.accounts: is not granted; run npm run city -- --grants',
  ],
  [
    'a field without its description',
    (raw) => spoil(raw, RESOURCES, `[${indexOf(raw, RESOURCES, 'birth')}].items[1].field`, 'other'),
    '“birthCertificateNo” is not described; add it to items',
  ],
  [
    'a field that follows an unknown element',
    (raw) => spoil(raw, RESOURCES, '[0].items[1].element', 'applicant.nmae'),
    'catalog/resources/person.json: [0].items[1].element: unknown element “applicant.nmae”; add it to elements/',
  ],
  [
    'a sensitive field that everybody may have',
    (raw) => spoil(raw, ENTERPRISES, `[${indexOf(raw, ENTERPRISES, 'enterprise')}].openFields`),
    '“representativeResidentId” is sensitive and open to nobody; leave it out of openFields',
  ],
  [
    'conditions that are not said',
    (raw) => spoil(raw, RESOURCES, '[0].sharingCondition'),
    'catalog/resources/person.json: [0].sharingCondition: is missing',
  ],
]

test.each(FAULTS)('%s is refused with its place', (_, spoilt, message) => {
  const raw = copyOfCity()
  spoilt(raw)
  expect(() => checkCity(raw)).toThrow(message)
})
