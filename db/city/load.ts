import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCity } from './check.ts'
import type { City } from './city.ts'
import { FILES, GENERATED_REGISTERS, isFolder, REGISTERS } from './files.ts'
import type { RawCity } from './parse.ts'

export type {
  Account,
  Accounts,
  CalendarDay,
  City,
  Enterprise,
  Person,
  Register,
  Role,
  Staff,
} from './city.ts'

/** The JSON files of a city's folder, by name, unchecked. */
export function readFiles(
  folder: string,
  parts: readonly string[] = [...Object.values(FILES), REGISTERS],
): RawCity {
  const whole = parts.flatMap((part) => (part === REGISTERS ? [part, GENERATED_REGISTERS] : [part]))
  const files = whole.flatMap((part) => (isFolder(part) ? listsIn(folder, part) : [part]))
  return Object.fromEntries(files.map((file) => [file, readJson(folder, file)]))
}

function listsIn(folder: string, part: string): string[] {
  if (!existsSync(join(folder, part))) return []
  return readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${part}/${name}`)
}

function readJson(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    throw new Error(`${folder}/${file}: cannot be read as JSON; add or correct the file`, { cause: error })
  }
}

/** Reads and checks a city. Throws an Error naming file, JSON path and what to do at the first fault. */
export function readCity(folder = 'db/city'): City {
  return checkCity(readFiles(folder), folder)
}
