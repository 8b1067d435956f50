import type { Person } from '../city.ts'

/** The day the demo city is as of: ages and newborns are counted back from it. */
export const CITY_DAY = '2026-11-23'

/** Someone before numbers are handed out. */
export type Member = Pick<Person, 'name' | 'gender' | 'birthDate' | 'ethnicity' | 'nativePlace'>

/** What the hospital recorded at a birth. Without a name, the parents have not chosen one yet. */
export interface Newborn {
  name?: string
  gender: Person['gender']
  /** `YYYY-MM-DDTHH:MM`. */
  birthTime: string
  weight: number
  length: number
  gestationWeeks: number
  birthOrder: number
}

/** A household before it is settled: hand-written for the people of the demo, drawn by chance for the others. */
export interface FamilyPlan {
  /** Name by which accounts refer to a hand-written family. */
  key?: string
  community: string
  /** One adult or a couple; the first is the head of the household. */
  couple: Member[]
  children: Member[]
  /** Parents of the head. */
  elders: Member[]
  /** Day of marriage; absent where the register has none. */
  marriedOn?: string
  newborn?: Newborn
}
