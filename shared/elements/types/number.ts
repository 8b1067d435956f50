import { fault, type Fault } from '../../problem.ts'
import { showNumber, showFen } from '../../format.ts'
import { say } from '../../text.ts'
import type { FactValue } from '../../rules/condition.ts'
import type { DataElement } from '../element.ts'
import { cleanLine, type RawValue, type ValueType } from '../value-type.ts'

function cleanNumber(raw: RawValue): FactValue | undefined {
  const line = cleanLine(raw).replace(/,/g, '')
  return /^-?\d+(\.\d+)?$/.test(line) ? Number(line) : line || undefined
}

function checkLimits(value: number, element: DataElement): Fault | null {
  if (element.min !== undefined && value < element.min) return fault('number_small', { min: element.min })
  if (element.max !== undefined && value > element.max) return fault('number_big', { max: element.max })
  return null
}

/** A whole number with the element's unit. */
export const integer: ValueType = {
  clean: cleanNumber,
  check: (value, element) =>
    typeof value === 'number' && Number.isSafeInteger(value)
      ? checkLimits(value, element)
      : fault('integer_form'),
  show: (value, element, lang) =>
    showNumber(Number(value), lang) + (element.unit ? ` ${say(element.unit, lang)}` : ''),
  input: { kind: 'line', inputmode: 'numeric', maxLength: 20 },
}

/** A decimal number with the element's unit; one that lies between 0 and 1 is a share, shown in per cent. */
export const decimal: ValueType = {
  clean: cleanNumber,
  check: (value, element) =>
    typeof value === 'number' && Number.isFinite(value) ? checkLimits(value, element) : fault('decimal_form'),
  show: (value, element, lang) =>
    element.min === 0 && element.max === 1
      ? `${showNumber(Number(value) * 100, lang)}%`
      : integer.show(value, element, lang),
  input: { kind: 'line', inputmode: 'decimal', maxLength: 20 },
}

/** Money: typed in yuan with at most two decimals, kept in fen. */
export const money: ValueType = {
  clean(raw) {
    const line = cleanLine(raw).replace(/[,¥￥元\s]/g, '')
    return /^\d+(\.\d{1,2})?$/.test(line) ? Math.round(Number(line) * 100) : line || undefined
  },
  check: (value, element) =>
    typeof value === 'number' && Number.isSafeInteger(value)
      ? checkLimits(value, element)
      : fault('money_form'),
  show: (value, _element, lang) => showFen(Number(value), lang),
  input: { kind: 'line', inputmode: 'decimal', maxLength: 20 },
}
