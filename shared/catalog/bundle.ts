import type { DataElement } from '../elements/element.ts'
import type { CertificateType, Department, LifeEvent, Material, Resource, ServiceItem } from './documents.ts'

/**
 * A life event with everything it refers to, resolved at publication. Known by the hash of its content and immutable:
 * a draft or case that names a bundle keeps it, whatever is published later.
 */
export interface Bundle {
  id: string
  lifeEvent: LifeEvent
  items: Record<string, ServiceItem>
  elements: Record<string, DataElement>
  materials: Record<string, Material>
  resources: Record<string, Resource>
  certificateTypes: Record<string, CertificateType>
  departments: Record<string, Department>
}

/** An element of a bundle; publication has checked that every code that is used exists. */
export function elementOf(bundle: Pick<Bundle, 'elements'>, code: string): DataElement {
  const element = bundle.elements[code]
  if (!element) throw new Error(`element ${code} is not in the bundle`)
  return element
}

/** An item of a bundle. */
export function itemOf(bundle: Pick<Bundle, 'items'>, code: string): ServiceItem {
  const item = bundle.items[code]
  if (!item) throw new Error(`item ${code} is not in the bundle`)
  return item
}
