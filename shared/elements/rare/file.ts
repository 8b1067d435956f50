import { fault } from '../../problem.ts'
import type { FactValue } from '../../rules/condition.ts'
import { textsOf, type ValueType } from '../value-type.ts'

/** A file that was handed in as an answer: what is kept as the value. Pixels are 0 for what is no picture. */
export interface AnsweredFile {
  fileId: string
  kind: 'jpg' | 'png' | 'pdf'
  bytes: number
  width: number
  height: number
  name: string
}

/** The value of a file: `id kind bytes width×height name`. Only the server makes one, from the file's content. */
export function fileValue({ fileId, kind, bytes, width, height, name }: AnsweredFile): string {
  return `${fileId} ${kind} ${bytes} ${width}x${height} ${name.replace(/\s+/g, ' ').trim()}`
}

/** What the value of a file says. */
export function answeredFile(value: FactValue): AnsweredFile | null {
  const parts = /^([\w-]{1,64}) (jpg|png|pdf) (\d{1,12}) (\d{1,6})x(\d{1,6}) ?(.*)$/s.exec(String(value))
  if (!parts) return null
  const [, fileId = '', kind = '', bytes, width, height, name = ''] = parts
  if (kind !== 'jpg' && kind !== 'png' && kind !== 'pdf') return null
  return { fileId, kind, bytes: Number(bytes), width: Number(width), height: Number(height), name }
}

function showFile(value: FactValue): string {
  const given = answeredFile(value)
  return given ? `${given.name}（${Math.ceil(given.bytes / 1024)} KB）` : ''
}

/** Any file. */
export const file: ValueType = {
  clean: (raw) => textsOf(raw)[0] || undefined,
  check: (value) => (answeredFile(value) ? null : fault('file_missing')),
  show: (value, _element, lang) =>
    lang === 'zh' ? showFile(value) : showFile(value).replace(/（(.*)）$/, ' ($1)'),
  mask: (value) => `*.${answeredFile(value)?.kind ?? '*'}`,
  input: { kind: 'file' },
}

/** A photo of a person for a certificate: JPEG, within the element's limits in pixels and KB. */
export const photo: ValueType = {
  ...file,
  check(value, { photo: limits }) {
    const given = answeredFile(value)
    if (!given) return fault('file_missing')
    if (given.kind !== 'jpg') return fault('file_kind', { kinds: 'JPG' })
    if (!limits) return null
    const { width, height, kb } = limits
    const size = { from: `${width[0]}×${height[0]}`, to: `${width[1]}×${height[1]}` }
    if (!within(given.width, width) || !within(given.height, height)) return fault('photo_size', size)
    return within(given.bytes / 1024, kb) ? null : fault('photo_bytes', { from: kb[0], to: kb[1] })
  },
}

function within(number: number, [from, to]: readonly [number, number]): boolean {
  return number >= from && number <= to
}
