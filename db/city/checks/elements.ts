import type { DataElement } from '#shared/elements/element.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'

const LISTED = new Set(['choice', 'choices'])
const DATED = new Set(['date', 'moment'])

/** Definitions of elements hold together: options where there is a choice, patterns that compile, derivations. */
export function checkElements(city: City, refuse: Refuse): void {
  const byCode = new Map(city.elements.map((element) => [element.code, element]))
  city.elements.forEach((element, index) => checkElement(element, byCode, at(refuse, index)))
}

function at(refuse: Refuse, index: number): (path: Path, what: string) => never {
  return (path, what) => refuse(FILES.elements, [index, ...path], what)
}

function checkElement(
  element: DataElement,
  byCode: Map<string, DataElement>,
  refuse: (path: Path, what: string) => never,
): void {
  const options = element.options ?? []
  if (LISTED.has(element.type) && options.length === 0)
    refuse(['options'], `${element.code} is a choice without options; add them`)
  if (!LISTED.has(element.type) && element.options)
    refuse(['options'], `${element.type} takes no options; remove them or make it a choice`)
  options.forEach((option, index) => {
    if (options.findIndex((each) => each.value === option.value) !== index) {
      refuse(['options', index, 'value'], `“${option.value}” stands twice; change or remove one`)
    }
  })
  if (element.derive) {
    const from = byCode.get(element.derive.daysSince)
    if (!from)
      refuse(
        ['derive', 'daysSince'],
        `unknown element “${element.derive.daysSince}”; add it to elements/ or correct it`,
      )
    else if (!DATED.has(from.type))
      refuse(['derive', 'daysSince'], `${from.code} is no day or moment; derive from one that is`)
  }
  if (element.pattern !== undefined && !compiles(element.pattern))
    refuse(['pattern'], 'is not a regular expression; correct it')
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
