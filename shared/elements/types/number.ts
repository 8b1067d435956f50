import { fault, type Fault } from '../../problem.ts'
import { showNumber, showFen } from '../../format.ts'
import { say } from '../../text.ts'
import type { FactValue } from '../../rules/condition.ts'
import type { DataElement } from '../element.ts'
import { cleanLine, type RawValue, type ValueType } from '../value-type.ts'

/** More digits before the point are no number of this world; more behind it cannot be kept exactly. */
const BIGGEST = 1e15
const MOST_DECIMALS = 6

/** A number as typed, with or without commas between the thousands; other text stays, so that it can be shown. */
export function cleanNumber(raw: RawValue): FactValue | undefined {
  const line = cleanLine(raw).replace(/,/g, '')
  // Adding nought turns minus nought into nought.
  return /^-?\d+(\.\d+)?$/.test(line) ? Number(line) + 0 : line || undefined
}

/** The check of decimal numbers: limits and digits after the point. */
export function checkDecimal(value: FactValue, element: DataElement): Fault | null {
  if (typeof value !== 'number' || !(Math.abs(value) < BIGGEST)) return fault('decimal_form')
  const decimals = element.decimals ?? MOST_DECIMALS
  if (Number(value.toFixed(decimals)) !== value) return fault('decimals_many', { max: decimals })
  return checkLimits(value, element)
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
  check: checkDecimal,
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
  check(value, element) {
    if (typeof value !== 'number' || !(value < BIGGEST)) return fault('money_form')
    const { min = 0, max = BIGGEST } = element
    if (value < min) return fault('number_small', { min: yuan(min) })
    return value > max ? fault('number_big', { max: yuan(max) }) : null
  },
  show: (value, _element, lang) => showFen(Number(value), lang),
  typed: (value) => yuan(Number(value)),
  input: { kind: 'line', inputmode: 'decimal', maxLength: 20 },
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
