import { daysBetween } from '#shared/calendar/day.ts'
import type { Division } from '#shared/catalog/documents.ts'
import type { Person } from '../city.ts'
import { wordsOf } from './draw.ts'
import type { Numbers } from './numbers.ts'
import { CITY_DAY, type FamilyPlan, type Member, type Newborn } from './plan.ts'
import type { Random } from './random.ts'

/** A family with its numbers and address, ready for the registers. */
export interface Family {
  key?: string
  people: Person[]
  mother?: Person
  father?: Person
  marriage?: { registeredOn: string; certificateNo: string }
  birth?: Newborn & { certificateNo: string }
}

export interface Town {
  random: Random
  numbers: Numbers
  divisions: readonly Division[]
}

/** The address of a home: district, street, community, road and door. */
export function addressOf(community: string, { random, divisions }: Town): string {
  const names = [community.slice(0, 6), community.slice(0, 9), community].map(
    (code) => divisions.find((division) => division.code === code)?.name.zh ?? '',
  )
  const door = `${random.whole(1, 240)}号${random.pick(wordsOf('estates'))}${random.whole(1, 30)}幢${random.whole(1, 4)}0${random.whole(1, 4)}室`
  return `云溪市${names.join('')}${random.pick(wordsOf('roads'))}${door}`
}

/** Gives a family its household, address, resident ids and phones. */
export function settle(plan: FamilyPlan, town: Town): Family {
  const { numbers } = town
  const home = {
    household: numbers.household(),
    community: plan.community,
    address: addressOf(plan.community, town),
  }
  const couple = plan.couple.map((each, index) => person(each, index === 0 ? 'head' : 'spouse'))
  const [head, mate] = couple
  if (head && mate) {
    head.spouse = mate.residentId
    mate.spouse = head.residentId
  }
  const mother = couple.find((each) => each.gender === 'female')
  const father = couple.find((each) => each.gender === 'male')
  const children = plan.children.map((each) => ({
    ...person(each, each.gender === 'male' ? 'son' : 'daughter'),
    ...(mother && { mother: mother.residentId }),
    ...(father && { father: father.residentId }),
  }))
  const elders = plan.elders.map((each) => person(each, each.gender === 'male' ? 'father' : 'mother'))
  for (const elder of elders) if (head) head[elder.gender === 'male' ? 'father' : 'mother'] = elder.residentId

  function person(member: Member, relationToHead: string): Person {
    const adult = daysBetween(member.birthDate, CITY_DAY) > 16 * 365
    const residentId = numbers.residentId(plan.community, member.birthDate, member.gender)
    return { residentId, ...member, ...(adult && { phone: numbers.phone() }), ...home, relationToHead }
  }

  return {
    ...(plan.key && { key: plan.key }),
    people: [...couple, ...children, ...elders],
    ...(mother && { mother }),
    ...(father && { father }),
    ...(plan.marriedOn && {
      marriage: {
        registeredOn: plan.marriedOn,
        certificateNo: numbers.marriage(plan.community, plan.marriedOn),
      },
    }),
    ...(plan.newborn && { birth: { ...plan.newborn, certificateNo: numbers.birthCertificate() } }),
  }
}
