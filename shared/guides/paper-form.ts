import type { Bundle } from '../catalog/bundle.ts'
import { elementOf, itemOf } from '../catalog/bundle.ts'
import type { FormPage, ServiceItem } from '../catalog/documents.ts'
import type { DataElement } from '../elements/element.ts'
import type { Condition } from '../rules/condition.ts'
import { boxesOf, sampleOf } from './sample.ts'
import { sayCondition } from './say-condition.ts'

/** One line of a form on paper: a label, and boxes to tick or room to write; `value` is what an example says. */
export interface PaperField {
  label: string
  /** In which case it is filled in; null when always. */
  when: string | null
  boxes: string[]
  value: string
}

export interface PaperForm {
  item: string
  department: string
  /** The 31 characters of the item's code. */
  code: string
  sections: { title: string; fields: PaperField[] }[]
  materials: { name: string; when: string | null }[]
}

/** A long list has no room for boxes. */
const MOST_BOXES = 8
/** Longer conditions are left to the guide. */
const LONGEST_WHEN = 40
/** Rows a group has on paper. */
const ROWS = 2

/**
 * The form of one item as it is filled in on paper at a counter, in Chinese as the departments keep it: what the item
 * itself needs, under the headings of the life event's pages.
 */
export function paperForm(
  sources: Pick<Bundle, 'elements' | 'items' | 'materials'>,
  { code, department, pages }: { code: string; department: string; pages: readonly FormPage[] },
): PaperForm {
  const item = itemOf(sources, code)
  const inWords = (when: Condition | undefined) => sayShort(sources, when)
  return {
    item: item.name.zh,
    department,
    code: item.taskCode,
    sections: sectionsOf(item, pages).map(({ title, needs }) => ({
      title,
      fields: needs.flatMap(({ element, when }) =>
        fieldsOf(sources, elementOf(sources, element), inWords(when)),
      ),
    })),
    materials: item.materials.flatMap((each) => {
      const material = sources.materials[each]
      return material ? [{ name: material.name.zh, when: inWords(material.when) }] : []
    }),
  }
}

/** Needs under the pages that ask for them; what no page has (questions, other life events) stands first. */
function sectionsOf(item: ServiceItem, pages: readonly FormPage[]) {
  const onPage = new Set(pages.flatMap(({ elements }) => elements))
  const rest = item.needs.filter(({ element }) => !onPage.has(element))
  return [
    { title: '基本情况', needs: rest },
    ...pages.map(({ title, recordTitle, elements }) => ({
      title: (recordTitle ?? title).zh,
      needs: item.needs.filter(({ element }) => elements.includes(element)),
    })),
  ].filter(({ needs }) => needs.length > 0)
}

function fieldsOf(
  sources: Pick<Bundle, 'elements'>,
  element: DataElement,
  when: string | null,
): PaperField[] {
  if (element.derive || element.type === 'shown') return []
  const label = (element.recordLabel ?? element.label).zh
  const columns = (element.fields ?? []).map((code) => elementOf(sources, code))
  if (columns.length > 0)
    return Array.from({ length: ROWS }, (_, row) =>
      columns.flatMap((column) =>
        fieldsOf(sources, column, null).map((field) => ({
          ...field,
          label: `${label} ${row + 1} · ${field.label}`,
          value: row === 0 ? field.value : '',
        })),
      ),
    ).flat()
  const boxes = boxesOf(element)
  return [
    boxes.length > MOST_BOXES
      ? { label, when, boxes: [], value: boxes[0] ?? '' }
      : { label, when, boxes, value: boxes[0] ?? sampleOf(element) },
  ]
}

function sayShort(sources: Pick<Bundle, 'elements'>, when: Condition | undefined): string | null {
  if (!when) return null
  const words = sayCondition(when, (code) => elementOf(sources, code), 'zh')
  return words.length > LONGEST_WHEN ? null : words
}
