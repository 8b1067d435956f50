import { read } from '#db'
import { wordsOf } from '#db/city/generate/draw.ts'
import type { City } from '#db/city/load.ts'
import { createAccounts, staffAt } from '#domain/identity/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { systemActor } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import { drawOf, SEED } from './draw.ts'

/** So many cases bring work for one more member of staff, up to a thousand. */
const CASES_FOR_ONE = 5000
const MOST = 1000

/** Of so many new members of staff one sits at the integrated counter. */
const COUNTER_SHARE = 6

/** Who may decide, approve and accept, by unit. */
export interface StaffOf {
  reviewers(unit: string): readonly string[]
  heads(unit: string): readonly string[]
  counters: readonly string[]
}

/** The staff of the city's files, and as many more as so many cases need, over some units: `staff-1` and on. */
export async function makeStaff(city: City, units: readonly string[], wanted: number): Promise<StaffOf> {
  const draw = drawOf(SEED + 1)
  const given = [...wordsOf('male'), ...wordsOf('female')]
  const counter = city.staff.find(({ roles }) => roles.includes('counter-clerk'))?.unit ?? ''
  const more = Array.from({ length: Math.min(MOST, Math.floor(wanted / CASES_FOR_ONE)) }, (_, i) => ({
    login: `staff-${i + 1}`,
    name: draw.pick(wordsOf('surnames')) + draw.pick(given),
    posts: [
      i % COUNTER_SHARE === 0
        ? { unit: counter, role: 'counter-clerk' }
        : { unit: units[i % units.length] ?? '', role: 'reviewer' },
    ],
  }))
  const own = city.staff.map(({ login, name, unit, roles }) => ({
    login,
    name,
    posts: roles.map((role) => ({ unit, role })),
  }))
  const add = await createAccounts({
    password: city.accounts.demoPassword,
    people: [],
    staff: [...own, ...more],
  })
  await perform(asking(systemActor('cases')), (act) => add(act))

  const found = new Map<string, { reviewers: string[]; heads: string[] }>()
  for (const unit of units) {
    const staff = await staffAt(read(), unit)
    found.set(unit, {
      reviewers: staff.filter((actor) => can(actor, 'cases.decide', unit)).map(({ id }) => id),
      heads: staff.filter((actor) => can(actor, 'cases.approve', unit)).map(({ id }) => id),
    })
  }
  const counters = (await staffAt(read(), counter)).filter((actor) => can(actor, 'cases.accept'))
  return {
    reviewers: (unit) => found.get(unit)?.reviewers ?? [],
    heads: (unit) => found.get(unit)?.heads ?? [],
    counters: counters.map(({ id }) => id),
  }
}
