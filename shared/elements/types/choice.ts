import { fault } from '../../problem.ts'
import { listed, say } from '../../text.ts'
import type { DataElement } from '../element.ts'
import { cleanLine, textsOf, type ValueType } from '../value-type.ts'

/** One of the element's options; long lists are searched by typing, so a label that is the only one will do too. */
export const choice: ValueType = {
  clean: (raw, element) => optionValue(cleanLine(raw), element) || undefined,
  check: (value, element) =>
    element.options?.some((option) => option.value === value) ? null : fault('not_an_option'),
  show(value, element, lang) {
    const option = element.options?.find((each) => each.value === value)
    return option ? say(option.label, lang) : String(value)
  },
  input: { kind: 'choice' },
}

/** Any number of the element's options; none is an answer too. */
export const choices: ValueType = {
  clean(raw, element) {
    if (raw === undefined) return undefined
    const values = textsOf(raw).map((each) => optionValue(cleanLine(each), element))
    return [...new Set(values.filter(Boolean))]
  },
  check(value, element) {
    const known = new Set(element.options?.map((option) => option.value))
    return Array.isArray(value) && value.every((each) => known.has(String(each)))
      ? null
      : fault('not_an_option')
  },
  show: (value, element, lang) =>
    listed(
      [value].flat().map((each) => choice.show(String(each), element, lang)),
      lang,
    ),
  typed: (value) => [value].flat().map(String),
  input: { kind: 'choices' },
}

/** The value of an option that was typed: by value, by label, or by label and value as lists to search show them. */
function optionValue(line: string, { options = [] }: DataElement): string {
  if (line === '' || options.some(({ value }) => value === line)) return line
  const found = options.filter(({ value, label }) =>
    [label.zh, label.en].some((each) => [cleanLine(each), cleanLine(`${each} ${value}`)].includes(line)),
  )
  return found.length === 1 ? (found[0]?.value ?? line) : line
}

/** Yes or no, kept as a boolean. */
export const yesNo: ValueType = {
  clean(raw) {
    const line = cleanLine(raw)
    if (line === 'yes' || line === 'true') return true
    if (line === 'no' || line === 'false') return false
    return line || undefined
  },
  check: (value) => (typeof value === 'boolean' ? null : fault('not_an_option')),
  show: (value, _element, lang) => (lang === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  typed: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)),
  input: { kind: 'yesNo' },
}
