import type { DataElement } from '../elements/element.ts'
import { sayCondition } from '../guides/say-condition.ts'
import type { Condition } from '../rules/condition.ts'
import type { Lang } from '../text.ts'

/** A part of a document as people read it: a key with a text, or with parts of its own. */
export interface ReadablePart {
  key: string
  text?: string
  parts?: ReadablePart[]
}

/** Keys that hold a condition. */
const CONDITIONS = new Set(['when', 'include', 'rule', 'showWhen'])

/** A document part by part: conditions in words, texts in both languages, rows named by their codes. */
export function readable(
  body: unknown,
  elementOf: (code: string) => DataElement | undefined,
  lang: Lang,
): ReadablePart[] {
  function partOf(key: string, value: unknown): ReadablePart {
    if (typeof value !== 'object' || value === null) return { key, text: String(value) }
    if ('zh' in value && 'en' in value) return { key, text: `${String(value.zh)} / ${String(value.en)}` }
    if (CONDITIONS.has(key)) return { key, text: conditionText(value) }
    return { key, ...listed(value) }
  }
  function listed(value: object): Pick<ReadablePart, 'text' | 'parts'> {
    const entries: [string, unknown][] = Array.isArray(value)
      ? value.map((each: unknown, index) => [rowName(each, index), each])
      : Object.entries(value)
    if (entries.length === 0) return { text: '—' }
    if (entries.every(([, each]) => typeof each !== 'object') && Array.isArray(value))
      return { text: value.join(', ') }
    return { parts: entries.map(([key, each]) => partOf(key, each)) }
  }
  function conditionText(value: object): string {
    try {
      return sayCondition(value as Condition, known, lang)
    } catch {
      return JSON.stringify(value)
    }
  }
  function known(code: string): DataElement {
    const element = elementOf(code)
    if (!element) throw new Error(`element ${code} is not published`)
    return element
  }
  const part = partOf('', body)
  return part.parts ?? [part]
}

function rowName(row: unknown, index: number): string {
  if (typeof row === 'object' && row !== null)
    for (const key of ['code', 'item', 'element', 'value', 'resource', 'effect']) {
      const name: unknown = Reflect.get(row, key)
      if (typeof name === 'string') return name
    }
  return String(index + 1)
}
