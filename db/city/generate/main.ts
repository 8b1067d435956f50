import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Division } from '#shared/catalog/documents.ts'
import { FILES, generatedFile, generatedRegister, registerFile, REGISTERS } from '../files.ts'
import { readCity } from '../load.ts'
import { makeCity, type Personas } from './make.ts'
import { writeDocument, writeRegister, writeRows } from './write.ts'

const CITY = fileURLToPath(new URL('..', import.meta.url))

/** What is taken over into a city elsewhere; the generated files of it are then written anew. */
const PARTS = [
  'catalog',
  REGISTERS,
  FILES.people,
  FILES.enterprises,
  FILES.accounts,
  FILES.demo,
  FILES.hotline,
  FILES.roles,
  FILES.calendar,
  FILES.staff,
  FILES.grants,
]

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '300' },
    enterprises: { type: 'string' },
    seed: { type: 'string', default: '20261123' },
    out: { type: 'string', default: CITY },
  },
})

function positive(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`--${name} ${text}: give a whole number above 0`)
  return value
}

const residents = positive('residents', values.residents)
const enterprises = positive(
  'enterprises',
  values.enterprises ?? String(Math.max(60, Math.ceil(residents / 50))),
)
const folder = resolve(values.out)
const isOwn = folder === resolve(CITY)
if (isOwn && residents > 2000)
  throw new Error('a city of this size belongs elsewhere; name a folder with --out')

const personas: Personas = JSON.parse(readFileSync(join(CITY, 'generate/personas.json'), 'utf8'))
const divisions: Division[] = JSON.parse(readFileSync(join(CITY, FILES.divisions), 'utf8'))
const made = makeCity({ residents, enterprises, seed: positive('seed', values.seed) }, personas, divisions)

if (!isOwn) for (const name of PARTS) cpSync(join(CITY, name), join(folder, name), { recursive: true })
writeRows(join(folder, generatedFile(FILES.people)), made.people)
writeRows(join(folder, generatedFile(FILES.enterprises)), made.enterprises)
writeDocument(join(folder, generatedFile(FILES.accounts)), made.accounts)
for (const register of made.registers)
  writeRegister(join(folder, generatedRegister(registerFile(register.resource))), register)
const city = readCity(folder)
console.log(`${folder}: ${city.people.length} residents, ${city.enterprises.length} enterprises`)
