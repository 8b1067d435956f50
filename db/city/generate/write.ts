import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Register } from '../city.ts'

/** One value on one line, spaced as the formatter does. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : [`${JSON.stringify(key)}: ${line(each)}`],
  )
  return `{ ${pairs.join(', ')} }`
}

function rows(list: readonly unknown[], indent: string): string {
  return list.length === 0
    ? '[]'
    : `[\n${list.map((row) => `${indent}  ${line(row)}`).join(',\n')}\n${indent}]`
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${text}\n`)
}

/** A list, one row on each line, so that a change of one row is a change of one line. */
export function writeRows(file: string, list: readonly unknown[]): void {
  write(file, rows(list, ''))
}

export function writeRegister(file: string, register: Register): void {
  write(file, `{\n  "resource": ${line(register.resource)},\n  "rows": ${rows(register.rows, '  ')}\n}`)
}

/** An object written out with indents. */
export function writeDocument(file: string, value: unknown): void {
  write(file, JSON.stringify(value, null, 2))
}
