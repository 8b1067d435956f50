import { fault } from '../../problem.ts'
import { say } from '../../text.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

/**
 * A declaration: a tick beside a text. The value is the hash of the text that was agreed to, so that it can be shown
 * later what was; the bundle has it as the element's only option.
 */
export const declaration: ValueType = {
  clean: (raw) => cleanLine(raw) || undefined,
  check: (value, { options }) =>
    options?.some((each) => each.value === value) ? null : fault('declaration_other'),
  show(value, { options }, lang) {
    const agreed = options?.find((each) => each.value === value)
    return agreed ? say(agreed.label, lang) : String(value)
  },
  input: { kind: 'agree' },
}

/** A text that is shown and asks nothing. */
export const shown: ValueType = {
  clean: () => undefined,
  check: () => null,
  show: (_value, { text }, lang) => (text ? say(text, lang) : ''),
  input: { kind: 'shown' },
}
