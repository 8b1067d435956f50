import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { makeCity, type Personas } from '../../../db/city/generate/make.ts'
import { readCity } from '../../../db/city/load.ts'

const city = readCity()
const personas: Personas = JSON.parse(readFileSync('db/city/generate/personas.json', 'utf8'))

/** The rows that were made; those of the single life events stand behind them. */
function kept<T>(all: readonly T[], made: readonly T[]): T[] {
  return all.slice(0, made.length)
}

describe('the generator', () => {
  it('makes exactly the rows that are kept first, so that nobody has edited them by hand', () => {
    const made = makeCity({ residents: 300, enterprises: 60, seed: 20261123 }, personas, city.divisions)
    expect(kept(city.people, made.people)).toEqual(made.people)
    expect(kept(city.enterprises, made.enterprises)).toEqual(made.enterprises)
    expect(kept(city.accounts.accounts, made.accounts.accounts)).toEqual(made.accounts.accounts)
    for (const { resource, rows } of made.registers)
      expect(kept(city.registers.find((each) => each.resource === resource)?.rows ?? [], rows)).toEqual(rows)
  })

  it('makes a larger city with the same people of the demo in it', () => {
    const made = makeCity({ residents: 5000, enterprises: 200, seed: 7 }, personas, city.divisions)
    expect(made.people.length).toBeGreaterThanOrEqual(5000)
    expect(made.enterprises.length).toBe(200)
    expect(new Set(made.people.map((person) => person.residentId)).size).toBe(made.people.length)
    expect(new Set(made.enterprises.map((each) => each.creditCode)).size).toBe(200)
    expect(made.accounts.accounts).toEqual(kept(city.accounts.accounts, made.accounts.accounts))
  })
})
