import { fieldName as nameOfField } from '#shared/catalog/resource.ts'
import { serviceOfCode } from '#shared/exchange/outside-services.ts'
import { say, type Lang } from '#shared/text.ts'
import { catalog, itemOrPolicy } from '../catalog/index.ts'

/** What a resource is called, or a service that the portal offers to others; its code when neither is there any more. */
export function resourceName(code: string, lang: Lang): string {
  const named = serviceOfCode(code) ?? catalog().find('resource', code)
  return named ? say(named.name, lang) : code
}

/** What needed a look-up: a service item, or a policy that was matched; empty when neither is there any more. */
export function itemName(code: string, lang: Lang): string {
  const document = itemOrPolicy(code)
  return document ? say(document.name, lang) : ''
}

/** The element that a field of a resource follows; empty when none does. */
export function elementOfField(resource: string, field: string): string {
  const items = catalog().find('resource', resource)?.items ?? []
  return items.find((each) => each.field === field)?.element ?? ''
}

/** A field in words; its own name where there are none. */
export function fieldName(code: string, field: string, lang: Lang): string {
  const word = serviceOfCode(code)?.fields[field]
  if (word) return say(word, lang)
  const resource = catalog().find('resource', code)
  return resource ? say(nameOfField(resource, field), lang) : field
}
