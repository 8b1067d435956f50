import { sourcesOf } from '#shared/elements/derive.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { MOST_ROWS } from '#shared/elements/rare/rows.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'

type Kind = DataElement['type']
type RefuseHere = (path: Path, what: string) => void

/** Types with options of their own or of a code list; divisions take theirs from the divisions. */
const LISTED = new Set<Kind>(['choice', 'choices', 'timeSlot'])
const DIVIDED = new Set<Kind>(['division', 'divisionAddress'])
const ROWED = new Set<Kind>(['group', 'table'])
const SAYING = new Set<Kind>(['declaration', 'shown'])
/** What cannot stand in a row: rows, lists and files. */
const NO_CELL = new Set<Kind>(['group', 'table', 'choices', 'file', 'photo'])

/** Which types a property is for; the other properties are for all. */
const ONLY_FOR: [keyof DataElement, ReadonlySet<Kind>, needed: boolean][] = [
  ['level', DIVIDED, true],
  ['text', SAYING, true],
  ['fields', ROWED, true],
  ['optionalFields', ROWED, false],
  ['minRows', new Set<Kind>(['group']), false],
  ['maxRows', new Set<Kind>(['group']), false],
  ['rows', new Set<Kind>(['table']), true],
  ['months', new Set<Kind>(['period']), false],
  ['decimals', new Set<Kind>(['decimal', 'percentage']), false],
  ['box', new Set<Kind>(['mapPoint']), false],
  ['photo', new Set<Kind>(['photo']), true],
  ['signer', new Set<Kind>(['signature']), false],
]

/** Definitions of elements hold together: options where there is a choice, fields where there are rows, derivations. */
export function checkElements(city: City, refuse: Refuse): void {
  const byCode = new Map(city.elements.map((element) => [element.code, element]))
  const lists = new Set(city.codeLists.map((list) => list.code))
  city.elements.forEach((element, index) => {
    const here: RefuseHere = (path, what) => refuse(FILES.elements, [index, ...path], what)
    checkOptions(element, lists, here)
    checkProperties(element, here)
    checkRows(element, byCode, here)
    checkDerivation(element, byCode, here)
    if (element.pattern !== undefined && !compiles(element.pattern))
      here(['pattern'], 'is not a regular expression; correct it')
  })
}

function checkOptions(element: DataElement, lists: ReadonlySet<string>, refuse: RefuseHere): void {
  const { options, codeList, type } = element
  if (codeList !== undefined && !lists.has(codeList))
    refuse(['codeList'], `unknown code list “${codeList}”; add it to ${FILES.codeLists} or correct it`)
  if (codeList !== undefined && options)
    refuse(['options'], `come from the code list “${codeList}”; remove one of the two`)
  const listed = LISTED.has(type)
  if (listed && (options ?? []).length === 0 && codeList === undefined)
    refuse(['options'], `${element.code} is a choice without options; add them`)
  if (!listed && (options ?? codeList) !== undefined)
    refuse(['options'], `${type} takes no options; remove them or make it a choice`)
  for (const property of ['options', 'rows'] as const)
    element[property]?.forEach((option, index, all) => {
      if (all.findIndex((each) => each.value === option.value) !== index)
        refuse([property, index, 'value'], `“${option.value}” stands twice; change or remove one`)
    })
}

function checkProperties(element: DataElement, refuse: RefuseHere): void {
  for (const [property, types, needed] of ONLY_FOR) {
    const given = element[property] !== undefined
    if (given && !types.has(element.type)) refuse([property], `is not for a ${element.type}; remove it`)
    if (!given && needed && types.has(element.type))
      refuse([property], `is missing; a ${element.type} needs it`)
  }
  if (element.min !== undefined && element.max !== undefined && element.min > element.max)
    refuse(['max'], `${element.max} is less than min ${element.min}; correct one`)
}

function checkRows(element: DataElement, byCode: Map<string, DataElement>, refuse: RefuseHere): void {
  element.fields?.forEach((code, index) => {
    const field = byCode.get(code)
    if (!field) refuse(['fields', index], `unknown element “${code}”; add it to elements.json or correct it`)
    else if (NO_CELL.has(field.type)) refuse(['fields', index], `a ${field.type} cannot stand in a row`)
    else if (field.derive) refuse(['fields', index], `“${code}” is computed; a row has only what is asked`)
  })
  element.optionalFields?.forEach((code, index) => {
    if (!element.fields?.includes(code))
      refuse(['optionalFields', index], `“${code}” is none of the fields; remove it or add it to them`)
  })
  if ((element.minRows ?? 0) > (element.maxRows ?? MOST_ROWS))
    refuse(['maxRows'], `is less than minRows ${element.minRows}; correct one`)
}

/** What each computation can be made of. */
const DATED = new Set<Kind>(['date', 'moment', 'month'])
const NUMBERS = new Set<Kind>(['integer', 'decimal', 'money', 'percentage'])
const MADE_OF: Record<string, ReadonlySet<Kind>> = {
  daysSince: DATED,
  monthsSince: DATED,
  ageYears: DATED,
  addMonths: DATED,
  count: new Set<Kind>(['group']),
  sum: ROWED,
  total: NUMBERS,
  product: NUMBERS,
  birthDateOf: new Set<Kind>(['residentId']),
  genderOf: new Set<Kind>(['residentId']),
  retirementMonth: new Set<Kind>(['date', 'choice']),
  pensionMonths: DATED,
}

function checkDerivation(element: DataElement, byCode: Map<string, DataElement>, refuse: RefuseHere): void {
  const { derive } = element
  if (!derive) return
  const [way = ''] = Object.keys(derive)
  for (const code of sourcesOf(derive)) {
    const source = byCode.get(code)
    if (!source) refuse(['derive', way], `unknown element “${code}”; add it to elements.json or correct it`)
    else if (!MADE_OF[way]?.has(source.type))
      refuse(
        ['derive', way],
        `${code} is a ${source.type}; ${way} needs ${[...(MADE_OF[way] ?? [])].join(' or ')}`,
      )
    else if ('sum' in derive && !source.fields?.includes(derive.sum.field))
      refuse(['derive', way], `“${derive.sum.field}” is no field of ${code}; correct it`)
  }
  if (restsOnItself(element.code, element, byCode, new Set()))
    refuse(['derive', way], 'is computed from itself; take the circle out')
}

function restsOnItself(
  code: string,
  { derive }: DataElement,
  byCode: Map<string, DataElement>,
  seen: Set<string>,
): boolean {
  return (derive ? sourcesOf(derive) : []).some((source) => {
    if (source === code) return true
    const element = byCode.get(source)
    if (!element || seen.has(source)) return false
    return restsOnItself(code, element, byCode, seen.add(source))
  })
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
