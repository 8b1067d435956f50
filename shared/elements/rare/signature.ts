import { fault } from '../../problem.ts'
import { personName } from '../types/person-name.ts'
import { textsOf, type ValueType } from '../value-type.ts'

/** Longest drawing, in characters of its path. */
const MOST_DRAWN = 4000

/**
 * A signature: the signer's name, typed by the signer. Whoever likes may also draw; the strokes are kept below the
 * name as a path of moves and lines (`M12 30L14 33…`) in a field of 300 × 100.
 */
export const signature: ValueType = {
  clean(raw, element, context) {
    const [name = '', drawing = ''] = partsOf(textsOf(raw))
    const clean = personName.clean(name, element, context)
    return clean === undefined || drawing === '' ? clean : `${String(clean)}\n${drawing}`
  },
  check(value, element, context) {
    const [name = '', drawing = ''] = partsOf([String(value)])
    const wrong = personName.check(name, element, context)
    if (wrong) return wrong
    if (context.signer !== undefined && name !== context.signer) return fault('signature_other')
    return isDrawing(drawing) ? null : fault('signature_drawing')
  },
  show(value, _element, lang) {
    const [name = '', drawing = ''] = partsOf([String(value)])
    if (drawing === '') return name
    return lang === 'zh' ? `${name}（另有手写签名）` : `${name} (also signed by hand)`
  },
  typed: (value) => partsOf([String(value)]),
  input: { kind: 'sign', maxLength: 100 },
}

/** The strokes of a signature as the path of an SVG, empty when nothing was drawn. */
export function drawingOf(value: string): string {
  return partsOf([value])[1] ?? ''
}

/** Whether a text is the path of strokes, and nothing else; nothing drawn is one too. */
export function isDrawing(path: string): boolean {
  return path.length <= MOST_DRAWN && /^(?:[ML]\d{1,3} \d{1,3})*$/.test(path)
}

function partsOf(texts: string[]): string[] {
  return texts.length === 1 ? (texts[0] ?? '').split('\n', 2).map((part) => part.trim()) : texts
}
