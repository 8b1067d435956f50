import type { Resource } from '#shared/catalog/resource.ts'
import { fieldName } from '#shared/catalog/resource.ts'
import type { Named } from '#shared/exchange/catalog-view.ts'
import { policyOf } from '#shared/exchange/grant.ts'
import { basisOf } from '#shared/exchange/uses.ts'
import { say, type Lang } from '#shared/text.ts'
import { catalog, departmentName, itemOrPolicy } from '../catalog/index.ts'

/** A department in words; its code when there is none. */
export function departmentNamed(code: string, lang: Lang): Named {
  return { code, name: departmentName(code, lang) }
}

/** A service item, or a policy, in words; its code when there is none. */
export function itemNamed(code: string, lang: Lang): Named {
  const document = itemOrPolicy(code)
  return { code, name: document ? say(document.name, lang) : code }
}

/** The rule an item or a policy rests on, as it is cited; empty when there is none. */
export function basisNamed(code: string, lang: Lang): string {
  const item = catalog().find('item', code)
  if (item) return basisOf(item, lang)
  const policy = catalog().find('policy', policyOf(code) ?? '')
  return policy?.basis[0] ? say(policy.basis[0], lang) : ''
}

/** A resource in words; its code when there is none. */
export function resourceNamed(code: string, lang: Lang): Named {
  const resource = catalog().find('resource', code)
  return { code, name: resource ? say(resource.name, lang) : code }
}

/** An element as records call it; empty when there is none. */
export function elementName(code: string | undefined, lang: Lang): string {
  const element = code ? catalog().find('element', code) : undefined
  return element ? say(element.recordLabel ?? element.label, lang) : ''
}

/** Fields of a resource in words, in the order of its description. */
export function fieldNames(
  { items }: Pick<Resource, 'items'>,
  fields: Iterable<string>,
  lang: Lang,
): string[] {
  const wanted = new Set(fields)
  const known = items.map(({ field }) => field).filter((field) => wanted.has(field))
  const others = [...wanted].filter((field) => !known.includes(field))
  return [...known, ...others].map((field) => say(fieldName({ items }, field), lang))
}
