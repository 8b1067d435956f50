import { createHash } from 'node:crypto'
import type { CodeList, Division } from '#shared/catalog/documents.ts'
import type { DataElement, Option } from '#shared/elements/element.ts'
import type { Text } from '#shared/text.ts'

/** The documents that elements take parts from. */
export interface ElementParts {
  codeList: readonly CodeList[]
  division: readonly Division[]
}

/**
 * Elements with what their documents only name: options of code lists and divisions, the columns of groups and tables,
 * the hash of a declaration's text.
 */
export function completeElements(elements: readonly DataElement[], parts: ElementParts): DataElement[] {
  const byCode = new Map(elements.map((element) => [element.code, element]))
  const complete = (element: DataElement): DataElement => {
    const options = optionsOf(element, parts)
    const columns = element.fields?.flatMap((code) => byCode.get(code) ?? []).map(complete)
    return options || columns
      ? { ...element, ...(options && { options }), ...(columns && { columns }) }
      : element
  }
  return elements.map(complete)
}

function optionsOf({ type, codeList, level, text }: DataElement, parts: ElementParts): Option[] | undefined {
  if (codeList !== undefined) return parts.codeList.find(({ code }) => code === codeList)?.options
  if (level !== undefined) return divisionOptions(level, parts.division)
  return type === 'declaration' && text ? [{ value: hashOf(text), label: text }] : undefined
}

/** SHA-256 of a text in both languages: what was agreed to can be proven later. */
function hashOf({ zh, en }: Text): string {
  return createHash('sha256').update(`${zh}\n${en}`).digest('hex')
}

/** The divisions of a level, each named with those above it, but for the city: 清河区临溪街道溪桥社区. */
function divisionOptions(level: Division['level'], divisions: readonly Division[]): Option[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]))
  function pathOf(division: Division): Division[] {
    const parent = division.parent === null ? undefined : byCode.get(division.parent)
    return !parent || parent.level === 'city' ? [division] : [...pathOf(parent), division]
  }
  return divisions
    .filter((division) => division.level === level)
    .map((division) => {
      const path = pathOf(division).map(({ name }) => name)
      // 溪桥社区第一网格 says its community already.
      const zh = path.map((name) => name.zh).filter((name, i, all) => !all[i + 1]?.startsWith(name))
      const en = path.map((name) => name.en).reverse()
      return { value: division.code, label: { zh: zh.join(''), en: en.join(', ') } }
    })
}
