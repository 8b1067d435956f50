import type { DataElement } from '../elements/element.ts'
import type { Condition } from '../rules/condition.ts'
import type { Text } from '../text.ts'
import type { DocumentTemplate } from './document-template.ts'
import type { Hall } from './hall.ts'
import type { Material, ServiceItem } from './item.ts'
import type { LifeEvent } from './life-event.ts'
import type { Resource } from './resource.ts'

export type * from './document-template.ts'
export type * from './hall.ts'
export type * from './item.ts'
export type * from './life-event.ts'
export type * from './resource.ts'

/** A department, a hospital or an office that decides items. `unit` in grants and work items is its code. */
export interface Department {
  code: string
  name: Text
  shortName: Text
  /** What the numbers of its formal documents begin with: 云溪卫健 of 云溪卫健〔2026〕准字第1号. */
  abbreviation: string
  /** Unified social credit code, GB 32100-2015. */
  creditCode: string
  phone: string
  /** The department that took over from this one, which was dissolved: its open work goes there. */
  successor?: string
}

/** An administrative division of the city: 6 digits for districts, 9 for streets, 12 for communities, 15 for grids. */
export interface Division {
  code: string
  parent: string | null
  level: 'city' | 'district' | 'street' | 'community' | 'grid'
  name: Text
}

/** A long closed list of values, shared by elements: industries of GB/T 4754, ethnic groups of GB/T 3304. */
export interface CodeList {
  code: string
  name: Text
  /** The standard it was taken from, with its year. */
  source: string
  options: { value: string; label: Text; hint?: Text }[]
}

/** One line of a certificate's layout; drawn top to bottom. `element` values are read from the case's facts. */
export type LayoutBlock =
  | { block: 'title'; text: Text }
  | { block: 'pairs'; pairs: { label: Text; element: string }[] }
  | { block: 'paragraph'; text: Text }
  | { block: 'space'; height: number }

/** A certificate type with its template (证照类型, 模板). */
export interface CertificateType {
  code: string
  name: Text
  /** 21 characters: credit code of the defining body and three digits, domain.md §6.2. */
  typeCode: string
  issuer: string
  /** Months of validity; null = for good (9999-12-31). */
  validMonths: number | null
  /** Elements whose value names the holder. */
  holder: { name: string; residentId?: string }
  /** Shown on the public verify page; names are masked there. */
  publicElements: string[]
  layout: LayoutBlock[]
}

/** A policy for enterprises (惠企政策). Amounts in fen. */
export interface Policy {
  code: string
  name: Text
  department: string
  mode: 'apply-free' | 'fast' | 'claim' | 'declare'
  target: Text
  basis: Text[]
  basisSource?: string
  verified: boolean
  validFrom: string
  validTo: string
  rule: Condition
  benefit: { kind: Text; text: Text; capFen: number | null }
  promisedDays: number
  steps: Text[]
}

/** A rating tag of the national list; its level is the first digit of the code, domain.md §4.3. */
export interface RatingTag {
  code: string
  level: 1 | 2 | 3 | 4 | 5
  label: Text
}

/** The hotline's settings: kinds of ticket, their limits, categories. */
export interface HotlineSettings {
  /** Code of the department that has every ticket before it is dispatched and after it is returned. */
  center: string
  kinds: { code: string; label: Text; signHours: number; handleDays: number }[]
  categories: { code: string; label: Text; department: string }[]
  urgentWords: string[]
  urgentNotice: Text
  notAccepted: { code: string; label: Text; advice: Text }[]
}

/** Every kind of catalogue document, by the name of its kind. */
export interface Documents {
  department: Department
  division: Division
  hall: Hall
  codeList: CodeList
  element: DataElement
  resource: Resource
  material: Material
  item: ServiceItem
  lifeEvent: LifeEvent
  certificateType: CertificateType
  documentTemplate: DocumentTemplate
  policy: Policy
  ratingTag: RatingTag
}

export type DocumentKind = keyof Documents
