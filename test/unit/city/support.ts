import { readFiles } from '../../../db/city/load.ts'
import type { RawCity } from '../../../db/city/parse.ts'

const FILES = readFiles('db/city')

/** A copy of the city's files to spoil. */
export function copyOfCity(): RawCity {
  return structuredClone(FILES)
}

/** Puts a value (or, without one, nothing) at a path such as `[3].needs[2].element` of a file. */
export function spoil(raw: RawCity, file: string, path: string, value?: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? []
  const last = steps.pop() ?? ''
  let at: unknown = raw[file]
  for (const step of steps) at = step in Object(at) ? Reflect.get(Object(at), step) : undefined
  if (typeof at !== 'object' || at === null) throw new Error(`${file} has nothing at ${path}`)
  if (value === undefined) Reflect.deleteProperty(at, last)
  else Reflect.set(at, last, value)
}

/** The position of a document in a file, by its code. */
export function indexOf(raw: RawCity, file: string, code: string): number {
  const list: unknown = raw[file]
  if (!Array.isArray(list)) throw new Error(`${file} is no list`)
  return list.findIndex((each) => each.code === code)
}
