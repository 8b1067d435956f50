import { fault } from '../../problem.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** The letters and digits after the province: neither I nor O. */
const SIGN = '[A-HJ-NP-Z0-9]'

/** GA 36 with its kinds. */
const PLATES = [
  // Ordinary: five signs; the last may say trailer, learner, police, Hong Kong, Macao or consulate.
  `${PROVINCE}[A-HJ-NP-Z]${SIGN}{4}[A-HJ-NP-Z0-9挂学警港澳领]`,
  // New energy: six signs, a letter first for small cars and last for large ones.
  `${PROVINCE}[A-HJ-NP-Z]([A-HJK]${SIGN}\\d{4}|\\d{5}[A-HJK])`,
  // Embassies, in the old and the new order; consulates in the old one.
  '使\\d{6}',
  '\\d{6}使',
  `${PROVINCE}领\\d{4}`,
]
const PLATE = new RegExp(`^(?:${PLATES.join('|')})$`)

/** A licence plate of mainland China, ordinary, for new energy or for special use. */
export const licencePlate: ValueType = {
  clean: (raw) =>
    cleanLine(raw)
      .replace(/[\s·•.-]/g, '')
      .toUpperCase() || undefined,
  check: (value) => (PLATE.test(String(value)) ? null : fault('licence_plate_form')),
  show: (value) => String(value).replace(/^(\D{2})(?=[A-Z0-9])/, '$1·'),
  mask: (value) => `${String(value).slice(0, 2)}***${String(value).slice(-2)}`,
  input: { kind: 'line', inputmode: 'text', maxLength: 16 },
}
