import type { UpdateCycle } from '../exchange/freshness.ts'
import type { Text } from '../text.ts'

/** How a resource's values are kept (数据类型). */
export const DATA_TYPES = ['text', 'number', 'date', 'moment', 'yesNo', 'code', 'list'] as const

export type DataType = (typeof DATA_TYPES)[number]

/** Whether whoever needs a resource gets it, gets it under conditions, or not at all (共享类型). */
export const SHARING_TYPES = ['unconditional', 'conditional', 'none'] as const

export type SharingType = (typeof SHARING_TYPES)[number]

/** How it is kept and handed over (格式): rows of a database, an interface, files. */
export const RESOURCE_FORMATS = ['table', 'interface', 'file'] as const

/** How it is shared (共享方式): asked one by one, told of decisions, or handed over whole. */
export const SHARING_MODES = ['query', 'entry', 'copy'] as const

/** One item of a resource's content (信息项). */
export interface ResourceField {
  /** As the answer names it. */
  field: string
  name: Text
  dataType: DataType
  /** The data element whose rules its values follow; absent where no form uses it. */
  element?: string
  /** Never empty by the provider's own word. */
  required?: boolean
}

/**
 * A resource of the shared exchange (数据资源) with the core metadata of the national guide to catalogues, domain.md
 * §11.2.
 */
export interface Resource {
  code: string
  /** Class, item, heading and sub-heading, then a running number: 101001/00001. */
  catalogCode: string
  name: Text
  /** What it holds, in one sentence. */
  summary: Text
  provider: string
  format: (typeof RESOURCE_FORMATS)[number]
  sharing: SharingType
  /** Under which conditions it is shared; none for what is shared without. */
  sharingCondition?: Text
  mode: (typeof SHARING_MODES)[number]
  /** Whether the public may have it (开放属性), and under which conditions. */
  open: boolean
  openCondition?: Text
  /** The fields that the public may have; all that it answers when this is absent. */
  openFields?: string[]
  updateCycle: UpdateCycle
  /** `YYYY-MM-DD`. */
  publishedOn: string
  /** Whom departments turn to. */
  contact: { name: Text; phone: string }
  version: string
  /** Names of the parameters it is asked with, and the fields it answers. */
  inputs: string[]
  outputs: string[]
  /** What each field means. */
  items: ResourceField[]
  /** Why it is asked, in words for the consent page. */
  purpose: Text
}

/** The class of a resource by the first digit of its number: basic, by topic, of one department. */
export const RESOURCE_CLASSES = ['basic', 'topic', 'department'] as const

export type ResourceClass = (typeof RESOURCE_CLASSES)[number]

export function classOf({ catalogCode }: Pick<Resource, 'catalogCode'>): ResourceClass {
  return RESOURCE_CLASSES[Number(catalogCode[0]) - 1] ?? 'department'
}

/** What a field of a resource is called; its own name where the catalogue has no words. */
export function fieldName(resource: Pick<Resource, 'items'>, field: string): Text {
  return resource.items.find((each) => each.field === field)?.name ?? { zh: field, en: field }
}
