import { isCreditCode } from '#shared/elements/types/credit-code.ts'
import { kindNamed } from '#shared/exchange/numbers.ts'
import { residentId } from '#shared/elements/types/resident-id.ts'
import type { City } from '../city.ts'
import { FILES, registerFile } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Digits 3 and 4 of a catalogue code, domain.md §2.3. */
const TYPE_DIGITS = {
  licence: '01',
  benefit: '05',
  confirmation: '07',
  reward: '08',
  ruling: '09',
  other: '10',
  'public-service': '20',
} as const

/** Data are not judged by the clock of the machine that loads them. */
const ANY_DAY = { today: '9999-12-31' }

/** Why a resident id is wrong for the demo city, or null. */
export function residentIdFault(id: string): string | null {
  const element = {
    code: '',
    type: 'residentId',
    label: { zh: '', en: '' },
    sensitivity: 'sensitive',
  } as const
  if (residentId.check(id, element, ANY_DAY)) return `“${id}” is no valid resident id; correct its digits`
  return id.startsWith('3499') ? null : `“${id}” is outside the fictional division 3499; use one within it`
}

/** Why a credit code is wrong for the demo city, or null. */
export function creditCodeFault(code: string): string | null {
  if (!isCreditCode(code)) return `“${code}” is no valid credit code; correct its check character`
  return code.slice(2, 6) === '3499'
    ? null
    : `“${code}” is outside the fictional division 3499; use one within it`
}

/** No number of a real person or body can occur, and every built-up code is built right. */
export function checkNumbers(city: City, refuse: Refuse): void {
  const creditCodes = new Map(city.departments.map((each) => [each.code, each.creditCode]))
  function mustFit(file: string, path: (string | number)[], what: string | null): void {
    if (what) refuse(file, path, what)
  }
  city.departments.forEach((each, index) =>
    mustFit(FILES.departments, [index, 'creditCode'], creditCodeFault(each.creditCode)),
  )
  city.enterprises.forEach((each, index) =>
    mustFit(FILES.enterprises, [index, 'creditCode'], creditCodeFault(each.creditCode)),
  )
  city.people.forEach((each, index) =>
    mustFit(FILES.people, [index, 'residentId'], residentIdFault(each.residentId)),
  )
  city.items.forEach((item, index) => {
    const digits = TYPE_DIGITS[item.type]
    if (item.catalogCode.slice(2, 4) !== digits)
      refuse(
        FILES.items,
        [index, 'catalogCode'],
        `digits 3 and 4 of a ${item.type} are ${digits}; correct them`,
      )
    const start = creditCodes.get(item.department) ?? ''
    const built =
      item.taskCode.startsWith(start) &&
      /^[1-6]$/.test(item.taskCode.slice(18, 19)) &&
      item.taskCode.slice(19) === item.catalogCode
    if (!built)
      refuse(FILES.items, [index, 'taskCode'], `is not ${start} + level + ${item.catalogCode}; build it anew`)
  })
  const definers = new Set(creditCodes.values())
  city.certificateTypes.forEach((type, index) => {
    const built = definers.has(type.typeCode.slice(0, 18)) && /^\d{3}$/.test(type.typeCode.slice(18))
    if (!built)
      refuse(
        FILES.certificateTypes,
        [index, 'typeCode'],
        'is not a department’s credit code and three digits; build it anew',
      )
  })
  for (const { resource, rows } of city.registers)
    rows.forEach((row, index) => {
      for (const [field, value] of Object.entries(row)) {
        if (kindNamed(field) === 'person')
          mustFit(registerFile(resource), ['rows', index, field], residentIdFault(String(value)))
        if (field === 'creditCode')
          mustFit(registerFile(resource), ['rows', index, field], creditCodeFault(String(value)))
      }
    })
}
