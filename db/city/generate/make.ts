import type { Division } from '#shared/catalog/documents.ts'
import type { Account, Enterprise, Person, Register } from '../city.ts'
import { drawFamily } from './draw.ts'
import {
  drawEnterprise,
  enterpriseRegisters,
  found,
  type Business,
  type EnterprisePlan,
} from './enterprises.ts'
import { numbersOf } from './numbers.ts'
import type { FamilyPlan } from './plan.ts'
import { randomOf } from './random.ts'
import { personRegisters } from './registers.ts'
import { settle, type Family, type Town } from './settle.ts'

/** The hand-written people, enterprises and accounts, generate/personas.json. */
export interface Personas {
  families: FamilyPlan[]
  enterprises: EnterprisePlan[]
  accounts: {
    login: string
    family: string
    who: 'mother' | 'father'
    enterprise?: string
    note: Account['note']
  }[]
}

export interface Made {
  people: Person[]
  enterprises: Enterprise[]
  accounts: Account[]
  registers: Register[]
}

export interface Size {
  residents: number
  enterprises: number
  seed: number
}

/** Makes people, enterprises and registers: first the hand-written ones, then others by chance up to the size. */
export function makeCity(size: Size, personas: Personas, divisions: readonly Division[]): Made {
  const town: Town = { random: randomOf(size.seed), numbers: numbersOf(), divisions }
  const communities = divisions.filter((each) => each.level === 'community').map((each) => each.code)
  const families = personas.families.map((plan) => settle(plan, town))
  let residents = families.flatMap((family) => family.people).length
  while (residents < size.residents) {
    const family = settle(drawFamily(town.random, communities), town)
    families.push(family)
    residents += family.people.length
  }
  const names = new Set(personas.enterprises.map((plan) => plan.name))
  const drawn = Array.from({ length: Math.max(0, size.enterprises - names.size) }, () =>
    drawEnterprise(town.random, communities, names),
  )
  const businesses = [...personas.enterprises, ...drawn].map((plan) => found(plan, town))
  return {
    people: families.flatMap((family) => family.people),
    enterprises: businesses.map((business) => business.enterprise),
    accounts: personas.accounts.map((account) => accountOf(account, families, businesses)),
    registers: [...personRegisters(families, town.numbers, town.random), ...enterpriseRegisters(businesses)],
  }
}

function accountOf(
  account: Personas['accounts'][number],
  families: Family[],
  businesses: Business[],
): Account {
  const { login, note } = account
  const person = families.find((family) => family.key === account.family)?.[account.who]
  if (!person)
    throw new Error(`personas.json: account “${login}”: no ${account.who} in family “${account.family}”`)
  const { residentId } = person
  if (account.enterprise === undefined) return { login, residentId, note }
  const business = businesses.find(({ plan }) => plan.key === account.enterprise)
  if (!business) throw new Error(`personas.json: account “${login}”: no enterprise “${account.enterprise}”`)
  const { creditCode } = business.enterprise
  return {
    login,
    residentId,
    mandates: [{ creditCode, scope: 'policies', validTo: '2027-12-31' }],
    note,
  }
}
