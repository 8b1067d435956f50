import { fault } from '../../problem.ts'
import { say } from '../../text.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

/** One of the element's options. */
export const choice: ValueType = {
  clean: (raw) => cleanLine(raw) || undefined,
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
  clean: (raw) => (raw === undefined ? undefined : [raw].flat().filter((each) => each !== '')),
  check(value, element) {
    const known = new Set(element.options?.map((option) => option.value))
    return Array.isArray(value) && value.every((each) => known.has(each)) ? null : fault('not_an_option')
  },
  show: (value, element, lang) =>
    [value]
      .flat()
      .map((each) => choice.show(String(each), element, lang))
      .join(lang === 'zh' ? '、' : ', '),
  input: { kind: 'choices' },
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
  input: { kind: 'yesNo' },
}
