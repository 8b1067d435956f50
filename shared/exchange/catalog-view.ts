import type { Resource, ResourceClass, SharingType } from '../catalog/resource.ts'
import type { UpdateCycle } from './freshness.ts'

/** A department, an item, a resource, in words. */
export interface Named {
  code: string
  name: string
}

/** One line of the catalogue of resources. */
export interface ResourceLine extends Named {
  catalogCode: string
  provider: string
  sharing: SharingType
  updateCycle: UpdateCycle
  fields: number
}

export interface ResourceList {
  lines: ResourceLine[]
  /** Where the next page begins; null at the end. */
  next: string | null
  providers: Named[]
  counts: { sharing: SharingType; count: number }[]
}

export type GrantState = 'active' | 'suspended' | 'ended' | 'expired'

/** Which fields a department may ask for an item, and until when. */
export interface GrantLine {
  id: string
  resource: Named
  unit: Named
  item: Named
  fields: string[]
  basis: string
  validFrom: string
  validTo: string
  state: GrantState
  /** Number of the application it came of; empty for what the city's files grant. */
  no: string
}

export interface GrantView extends GrantLine {
  /** What the reader may do: suspend, resume, end. */
  moves: ('suspend' | 'resume' | 'end')[]
}

export interface FieldLine {
  field: string
  name: string
  dataType: string
  /** What the elements are called that it fills in applications. */
  elements: string[]
  required: boolean
}

/** A resource with its metadata, and who may ask it. */
export interface ResourceView
  extends
    Named,
    Pick<
      Resource,
      'catalogCode' | 'format' | 'sharing' | 'mode' | 'open' | 'updateCycle' | 'publishedOn' | 'version'
    > {
  class: ResourceClass
  summary: string
  provider: Named
  sharingCondition: string
  openCondition: string
  contact: string
  phone: string
  inputs: string[]
  fields: FieldLine[]
  grants: GrantLine[]
  /** Materials that it makes unnecessary. */
  replaces: { material: string; item: Named }[]
  /** Whether the reader's department may apply for it. */
  mayApply: boolean
}

/** Material by material, what of the exchange makes it unnecessary; and which fields the item looks up. */
export interface ItemDataView extends Named {
  department: string
  materials: {
    code: string
    name: string
    resources: (Named & { provider: string; sharing: SharingType })[]
  }[]
  uses: {
    resource: Named
    provider: string
    sharing: SharingType
    fields: { name: string; element: string }[]
    /** Whether all of these fields are granted today. */
    granted: boolean
  }[]
}

export const LIST_KINDS = ['shared', 'open', 'uses'] as const

/** The three lists (三清单): who offers what, what is open to everybody, which service uses what for which fields. */
export type ListKind = (typeof LIST_KINDS)[number]

/** The columns of each list, in order; words stand in `locales/<lang>/exchange-catalog.json` as `column_<name>`. */
export const LIST_COLUMNS = {
  shared: ['resource', 'catalogCode', 'provider', 'sharing', 'condition', 'fields', 'updateCycle'],
  open: ['resource', 'catalogCode', 'provider', 'condition', 'fields', 'updateCycle', 'publishedOn'],
  uses: ['item', 'unit', 'resource', 'provider', 'sharing', 'fields', 'basis'],
} as const satisfies Record<ListKind, readonly string[]>

export type ListRow = Record<string, string>

export interface ListView {
  kind: ListKind
  rows: ListRow[]
  /** Departments to choose from: providers, or for uses those who use. */
  units: Named[]
}
