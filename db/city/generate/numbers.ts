import { creditCodeCheck } from '#shared/elements/types/credit-code.ts'
import { organisationCode } from '#shared/elements/organisation-code.ts'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import type { Person } from '../city.ts'

/** Hands out every number of the city, none of them twice. */
export interface Numbers {
  residentId(division: string, birthDate: string, gender: Person['gender']): string
  creditCode(division: string): string
  /** In 1400, a range that is issued to nobody. */
  phone(): string
  household(): string
  marriage(division: string, registeredOn: string): string
  birthCertificate(): string
  vaccination(): string
}

export function numbersOf(): Numbers {
  const counters = new Map<string, number>()
  function next(kind: string, width: number): string {
    const value = (counters.get(kind) ?? 0) + 1
    counters.set(kind, value)
    return String(value).padStart(width, '0')
  }
  return {
    residentId(division, birthDate, gender) {
      const start = division.slice(0, 6) + birthDate.replaceAll('-', '')
      const order = Number(next(start + gender, 1)) * 2 - (gender === 'male' ? 1 : 0)
      if (order > 999) throw new Error(`no resident ids are left for ${start}; use more divisions or days`)
      const first17 = start + String(order).padStart(3, '0')
      return first17 + residentIdCheckDigit(first17)
    },
    creditCode(division) {
      const first17 = `91${division.slice(0, 6)}${organisationCode(`MA${next('enterprise', 6)}`)}`
      return first17 + creditCodeCheck(first17)
    },
    phone: () => `1400${next('phone', 7)}`,
    household: () => `34${next('household', 7)}`,
    marriage: (division, day) => `J${division.slice(0, 6)}-${day.slice(0, 4)}-${next('marriage', 6)}`,
    birthCertificate: () => `Z3499${next('birth', 5)}`,
    vaccination: () => `JZ${next('vaccination', 8)}`,
  }
}
