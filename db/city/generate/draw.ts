import { readFileSync } from 'node:fs'
import { addDays } from '#shared/calendar/day.ts'
import type { Person } from '../city.ts'
import { CITY_DAY, type FamilyPlan, type Member, type Newborn } from './plan.ts'
import type { Random } from './random.ts'

type Words = Record<string, string[]>

const WORDS: Words = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'))

/** A list of words by its name in words.json. */
export function wordsOf(kind: string): string[] {
  const list = WORDS[kind]
  if (!list) throw new Error(`words.json has no list “${kind}”`)
  return list
}

const HAN = '01'
const UYGUR = '05'

function daysAgo(random: Random, leastYears: number, mostYears: number): string {
  return addDays(CITY_DAY, -random.whole(leastYears * 365 + 30, mostYears * 365))
}

function ethnicityOf(random: Random): string {
  if (random.chance(0.86)) return HAN
  return random.chance(0.3) ? UYGUR : random.pick(wordsOf('otherEthnicities'))
}

function nameOf(random: Random, gender: Person['gender'], ethnicity: string, surname: string): string {
  if (ethnicity !== UYGUR) return surname + random.pick(wordsOf(gender))
  const own = random.pick(wordsOf(gender === 'male' ? 'uygurMale' : 'uygurFemale'))
  return `${own}·${random.pick(wordsOf('uygurMale'))}`
}

function member(
  random: Random,
  gender: Person['gender'],
  birthDate: string,
  family: Partial<Member> & { surname?: string },
): Member {
  const ethnicity = family.ethnicity ?? ethnicityOf(random)
  const nativePlace =
    family.nativePlace ?? (random.chance(0.8) ? '云溪市清河区' : random.pick(wordsOf('elsewhere')))
  const surname = family.surname ?? random.pick(wordsOf('surnames'))
  return { name: nameOf(random, gender, ethnicity, surname), gender, birthDate, ethnicity, nativePlace }
}

function surnameOf(name: string): string {
  return wordsOf('surnames').find((surname) => name.startsWith(surname)) ?? ''
}

function drawNewborn(random: Random, birthOrder: number): Newborn {
  const hour = String(random.whole(0, 23)).padStart(2, '0')
  const minute = String(random.whole(0, 59)).padStart(2, '0')
  return {
    gender: random.pick(['male', 'female']),
    birthTime: `${addDays(CITY_DAY, -random.whole(5, 120))}T${hour}:${minute}`,
    weight: random.whole(270, 390) * 10,
    length: random.whole(48, 53),
    gestationWeeks: random.whole(37, 41),
    birthOrder,
  }
}

/** A family drawn by chance: young or old, with children, with grandparents, now and then with a newborn. */
export function drawFamily(random: Random, communities: readonly string[]): FamilyPlan {
  const community = random.pick(communities)
  const old = random.chance(0.15)
  const years = old ? random.whole(60, 84) : random.whole(24, 52)
  const head = member(random, random.pick(['male', 'female']), daysAgo(random, years, years + 1), {})
  const plan: FamilyPlan = { community, couple: [head], children: [], elders: [] }
  if (random.chance(0.12)) return plan
  const mate = member(
    random,
    head.gender === 'male' ? 'female' : 'male',
    daysAgo(random, years - 1, years + 2),
    {
      ...(random.chance(0.92) && { ethnicity: head.ethnicity }),
    },
  )
  plan.couple.push(mate)
  plan.marriedOn = daysAgo(random, Math.max(1, years - 26), Math.max(2, years - 22))
  if (old) return plan
  const father = head.gender === 'male' ? head : mate
  const of = { surname: surnameOf(father.name), ethnicity: father.ethnicity, nativePlace: father.nativePlace }
  const mostAge = Math.min(17, Math.max(0, years - 24))
  const children = mostAge < 2 ? 0 : random.whole(0, 2)
  for (let i = 0; i < children; i += 1)
    plan.children.push(member(random, random.pick(['male', 'female']), daysAgo(random, 1, mostAge), of))
  if (years < 42 && random.chance(0.08)) plan.newborn = drawNewborn(random, children + 1)
  if (years < 50 && random.chance(0.1))
    plan.elders.push(
      member(random, random.pick(['male', 'female']), daysAgo(random, years + 22, years + 30), {
        surname: surnameOf(head.name),
        ethnicity: head.ethnicity,
        nativePlace: head.nativePlace,
      }),
    )
  return plan
}
