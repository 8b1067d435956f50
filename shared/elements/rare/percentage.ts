import { showNumber } from '../../format.ts'
import { checkDecimal, cleanNumber } from '../types/number.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

/** A percentage from 0 to 100 unless the element says otherwise, kept as typed: 12.5 is 12.5 %. */
export const percentage: ValueType = {
  clean: (raw) => cleanNumber(cleanLine(raw).replace(/\s?%$/, '')),
  check: (value, element) =>
    checkDecimal(value, { ...element, min: element.min ?? 0, max: element.max ?? 100 }),
  show: (value, _element, lang) => `${showNumber(Number(value), lang)}%`,
  input: { kind: 'line', inputmode: 'decimal', maxLength: 12 },
}
