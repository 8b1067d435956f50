import { fault } from '../../problem.ts'
import { cleanLine, textsOf, type RawValue, type ValueType } from '../value-type.ts'

/** A point on the map: latitude and longitude in degrees (WGS 84), about a metre exact: `30.12345,120.54321`. */
export const mapPoint: ValueType = {
  clean(raw) {
    const parts = bothOf(raw).map(cleanDegrees)
    return parts.every((part) => part === '') ? undefined : parts.join(',')
  },
  check(value, { box }) {
    const [north = NaN, east = NaN] = bothOf(String(value)).map((part) => (part === '' ? NaN : Number(part)))
    if (!(Math.abs(north) <= 90) || !(Math.abs(east) <= 180)) return fault('point_form')
    const outside = box && (north < box.south || north > box.north || east < box.west || east > box.east)
    return outside ? fault('point_outside') : null
  },
  show(value, _element, lang) {
    const [north = '', east = ''] = bothOf(String(value))
    return lang === 'zh' ? `北纬 ${north}°，东经 ${east}°` : `${north}° N, ${east}° E`
  },
  mask: (_value, _element, lang) => (lang === 'zh' ? '北纬 **°，东经 **°' : '**° N, **° E'),
  typed: (value) => bothOf(String(value)),
  input: { kind: 'point', inputmode: 'decimal' },
}

function cleanDegrees(part: string): string {
  const line = cleanLine(part).replace(/\s?°$/, '')
  return /^-?\d{1,3}(\.\d+)?$/.test(line) ? String(Number(Number(line).toFixed(5)) + 0) : line
}

function bothOf(raw: RawValue): [string, string] {
  const texts = textsOf(raw)
  const [north = '', east = ''] = texts.length === 1 ? (texts[0] ?? '').split(/[,，\s]\s*/) : texts
  return [north, east]
}
