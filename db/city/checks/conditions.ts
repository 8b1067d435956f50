import type { DataElement } from '#shared/elements/element.ts'
import { otherOf, type Condition, type LeafCondition } from '#shared/rules/condition.ts'
import type { City } from '../city.ts'
import type { Path, Refuse } from '../refuse.ts'
import { allConditions } from './places.ts'

/** Every condition asks about a defined element, and compares it with a value that element can have. */
export function checkConditions(city: City, refuse: Refuse): void {
  const byCode = new Map(city.elements.map((element) => [element.code, element]))
  for (const place of allConditions(city)) {
    for (const { path, leaf } of leaves(place.condition, place.path)) {
      const element = byCode.get(leaf.element)
      if (!element) {
        refuse(
          place.file,
          [...path, 'element'],
          `unknown element “${leaf.element}”; add it to elements/ or correct it`,
        )
      } else {
        const what = misfit(leaf, element) ?? misfitOther(leaf, element, byCode)
        if (what) refuse(place.file, path, what)
      }
    }
  }
}

/** The leaves of a condition with their places. */
export function* leaves(condition: Condition, path: Path): Generator<{ path: Path; leaf: LeafCondition }> {
  if ('all' in condition) yield* branches(condition.all, [...path, 'all'])
  else if ('any' in condition) yield* branches(condition.any, [...path, 'any'])
  else if ('not' in condition) yield* leaves(condition.not, [...path, 'not'])
  else {
    yield { path, leaf: condition }
    if ('every' in condition) yield* leaves(condition.every, [...path, 'every'])
    if ('some' in condition) yield* leaves(condition.some, [...path, 'some'])
  }
}

function* branches(parts: Condition[], path: Path): Generator<{ path: Path; leaf: LeafCondition }> {
  for (const [index, part] of parts.entries()) yield* leaves(part, [...path, index])
}

/** Why the element can never have the value a leaf compares it with. */
function misfit(leaf: LeafCondition, element: DataElement): string | null {
  const options = element.options?.map((option) => option.value)
  const isYesNo = element.type === 'yesNo'
  if ('is' in leaf && typeof leaf.is !== 'object' && isYesNo !== (typeof leaf.is === 'boolean'))
    return `${element.code} is a ${element.type}; compare it with one`
  const values = literals(leaf)
  const stranger = options && values.find((value) => !options.includes(String(value)))
  if (stranger !== undefined)
    return `${element.code} has no option “${stranger}”; use one of ${options?.join(', ')}`
  if ('has' in leaf && element.type !== 'choices') return `${element.code} is no list; use is or in`
  return null
}

function literals(leaf: LeafCondition): (string | number | boolean)[] {
  if ('is' in leaf) return typeof leaf.is === 'object' ? [] : [leaf.is]
  if ('in' in leaf) return leaf.in
  return 'has' in leaf ? [leaf.has] : []
}

/** What can be compared with what: days with moments, numbers with numbers, everything else with its own type. */
const LIKE: Partial<Record<DataElement['type'], string>> = {
  date: 'day',
  moment: 'day',
  month: 'day',
  integer: 'number',
  decimal: 'number',
  percentage: 'number',
  signature: 'personName',
}

/** Why the element cannot be compared with the other one a leaf names. */
function misfitOther(
  leaf: LeafCondition,
  element: DataElement,
  byCode: Map<string, DataElement>,
): string | null {
  const code = otherOf(leaf)
  if (code === undefined) return null
  const other = byCode.get(code)
  if (!other) return `unknown element “${code}”; add it to elements/ or correct it`
  const fits = (LIKE[element.type] ?? element.type) === (LIKE[other.type] ?? other.type)
  return fits ? null : `${element.code} is a ${element.type}, ${code} a ${other.type}; compare like with like`
}
