import { addDays } from '#shared/calendar/day.ts'
import type { Enterprise, Register } from '../city.ts'
import { wordsOf } from './draw.ts'
import { CITY_DAY } from './plan.ts'
import type { Random } from './random.ts'
import { addressOf, type Town } from './settle.ts'

type Row = Register['rows'][number]

/** An enterprise before numbers are handed out, with what the registers say; a missing register says nothing. */
export interface EnterprisePlan {
  key?: string
  name: string
  community: string
  status: Enterprise['status']
  legalRepresentative: string
  establishedOn: string
  registers: Partial<Record<(typeof ENTERPRISE_REGISTERS)[number], Row>>
}

export const ENTERPRISE_REGISTERS = [
  'enterprise-abnormal',
  'enterprise-insurance',
  'enterprise-titles',
] as const

export interface Business {
  plan: EnterprisePlan
  enterprise: Enterprise
}

/** Gives an enterprise its credit code and address. */
export function found(plan: EnterprisePlan, town: Town): Business {
  const divisionCode = plan.community.slice(0, 6)
  const { name, status, legalRepresentative, establishedOn } = plan
  const creditCode = town.numbers.creditCode(divisionCode)
  const address = addressOf(plan.community, town)
  return {
    plan,
    enterprise: { creditCode, name, divisionCode, status, legalRepresentative, establishedOn, address },
  }
}

/** What the registers of enterprises say. */
export function enterpriseRegisters(businesses: Business[]): Register[] {
  const rows = businesses.map(({ enterprise }): Row => ({ ...enterprise }))
  const others = ENTERPRISE_REGISTERS.map((resource) => ({
    resource,
    rows: businesses.flatMap(({ plan, enterprise: { creditCode } }) => {
      const row = plan.registers[resource]
      return row ? [{ creditCode, ...row }] : []
    }),
  }))
  return [{ resource: 'enterprise', rows }, ...others]
}

/** An enterprise drawn by chance; `names` keeps names apart. */
export function drawEnterprise(
  random: Random,
  communities: readonly string[],
  names: Set<string>,
): EnterprisePlan {
  return {
    name: newName(random, names),
    community: random.pick(communities),
    status: random.chance(0.88) ? random.pick(['active', 'open']) : random.pick(['revoked', 'deregistered']),
    legalRepresentative:
      random.pick(wordsOf('surnames')) + random.pick(wordsOf(random.pick(['male', 'female']))),
    establishedOn: addDays(CITY_DAY, -random.whole(200, 9000)),
    registers: {
      ...(random.chance(0.92) && { 'enterprise-abnormal': drawBreaches(random) }),
      ...(random.chance(0.88) && { 'enterprise-insurance': drawInsurance(random) }),
      ...(random.chance(0.8) && { 'enterprise-titles': drawTitles(random) }),
    },
  }
}

function newName(random: Random, names: Set<string>): string {
  for (let series = 1; ; series += 1) {
    const brand = random.pick(wordsOf('brands')) + (series > 20 ? random.pick(wordsOf('brands')) : '')
    const name = `云溪${brand}${series > 40 ? String(names.size) : ''}${random.pick(wordsOf('trades'))}`
    if (names.has(name)) continue
    names.add(name)
    return name
  }
}

function drawBreaches(random: Random): Row {
  return {
    listedAbnormal: random.chance(0.08),
    blacklisted: random.chance(0.04),
    dishonest: random.chance(0.04),
    seriousPenalty: random.chance(0.06),
  }
}

function drawInsurance(random: Random): Row {
  const insuredAverage = random.chance(0.6) ? random.whole(2, 30) : random.whole(31, 800)
  return {
    insuredMonths: random.chance(0.8) ? 12 : random.whole(1, 11),
    insuredAverage,
    layoffRate: Math.round(random.whole(0, insuredAverage <= 30 ? 25 : 9) * 100) / 10000,
    ...(random.chance(0.8) && { eligibleHires: random.chance(0.5) ? 0 : random.whole(1, 12) }),
  }
}

function drawTitles(random: Random): Row {
  const titles = ['TECH_SME', 'SRDI_INNOV', 'SRDI', 'LITTLE_GIANT'].filter(() => random.chance(0.2))
  if (!random.chance(0.35)) return { titles }
  return {
    titles: ['HNTE', ...titles],
    titleYearHighTech: random.chance(0.4) ? 2025 : random.whole(2012, 2024),
  }
}
