import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { makeCity, type Personas } from '../../../db/city/generate/make.ts'
import {
  FILES,
  filesOf,
  GENERATED_REGISTERS,
  generatedFile,
  generatedRegister,
  registerFile,
} from '../../../db/city/files.ts'
import { readCity, readFiles } from '../../../db/city/load.ts'

const city = readCity()
const files = readFiles('db/city')
const personas: Personas = JSON.parse(readFileSync('db/city/generate/personas.json', 'utf8'))

describe('the generator', () => {
  it('makes exactly the files that are kept, so that nobody has edited them by hand', () => {
    const made = makeCity({ residents: 300, enterprises: 60, seed: 20261123 }, personas, city.divisions)
    expect(files[generatedFile(FILES.people)]).toEqual(made.people)
    expect(files[generatedFile(FILES.enterprises)]).toEqual(made.enterprises)
    expect(files[generatedFile(FILES.accounts)]).toEqual(made.accounts)
    for (const register of made.registers)
      expect(files[generatedRegister(registerFile(register.resource))]).toEqual(register)
    expect(filesOf(GENERATED_REGISTERS, Object.keys(files))).toHaveLength(made.registers.length)
  })

  it('makes a larger city with the same people of the demo in it', () => {
    const made = makeCity({ residents: 5000, enterprises: 200, seed: 7 }, personas, city.divisions)
    expect(made.people.length).toBeGreaterThanOrEqual(5000)
    expect(made.enterprises.length).toBe(200)
    expect(new Set(made.people.map((person) => person.residentId)).size).toBe(made.people.length)
    expect(new Set(made.enterprises.map((each) => each.creditCode)).size).toBe(200)
    expect(made.accounts).toEqual(files[generatedFile(FILES.accounts)])
  })
})
