import { describe, expect, it } from 'vitest'
import { readCity } from '../../../db/city/load.ts'
import { creditCodeFault, residentIdFault } from '../../../db/city/checks/numbers.ts'

const city = readCity()

describe('the demo city', () => {
  it('has people and enterprises enough to look like a city', () => {
    expect(city.people.length).toBeGreaterThanOrEqual(290)
    expect(city.enterprises.length).toBeGreaterThanOrEqual(55)
    expect(new Set(city.people.map((person) => person.household)).size).toBeGreaterThan(80)
  })

  it('has no number that could belong to a real person or body', () => {
    const ids = city.people.map((person) => person.residentId)
    expect(ids.map(residentIdFault).filter(Boolean)).toEqual([])
    const codes = [...city.departments, ...city.enterprises].map((each) => each.creditCode)
    expect(codes.map(creditCodeFault).filter(Boolean)).toEqual([])
    const written = JSON.stringify(city.registers).match(/\b\d{17}[\dX]\b/g) ?? []
    expect(written.filter((id) => !id.startsWith('3499'))).toEqual([])
    expect(city.people.filter((person) => person.phone && !person.phone.startsWith('1400'))).toEqual([])
  })

  it('has children whose ids state their own birthday and gender', () => {
    const children = city.people.filter((person) => person.mother ?? person.father)
    expect(children.length).toBeGreaterThan(30)
    for (const child of children) {
      expect(child.residentId.slice(6, 14)).toBe(child.birthDate.replaceAll('-', ''))
      expect(Number(child.residentId[16]) % 2 === 1 ? 'male' : 'female').toBe(child.gender)
    }
  })

  it('has twelve mothers who can sign in and register a newborn with complete records', () => {
    const rows = (resource: string) => city.registers.find((each) => each.resource === resource)?.rows ?? []
    const ready = city.accounts.accounts.filter(({ residentId }) => {
      const inHousehold = rows('household').some((row) => row.residentId === residentId)
      const married = rows('marriage').some((row) => row.residentId === residentId)
      return inHousehold && married && rows('birth').some((row) => row.motherResidentId === residentId)
    })
    expect(ready.length).toBeGreaterThanOrEqual(12)
    expect(ready.map((account) => account.login)).toContain('lin')
  })

  it('answers each question to a register with one row, never with several', () => {
    for (const resource of city.resources) {
      const rows = city.registers.find((each) => each.resource === resource.code)?.rows ?? []
      const keys = rows.map((row) => resource.inputs.map((input) => row[input]).join(' '))
      expect(new Set(keys).size).toBe(rows.length)
    }
  })

  it('has the names that break software: rare characters, middle dots, two characters, very long ones', () => {
    const names = city.registers
      .flatMap((each) => each.rows.flatMap((row) => [row.name, row.childName]))
      .map(String)
    expect(
      names.some((name) => [...name].some((character) => (character.codePointAt(0) ?? 0) > 0xffff)),
    ).toBe(true)
    expect(names.some((name) => name.includes('·'))).toBe(true)
    expect(names.some((name) => [...name].length === 2)).toBe(true)
    expect(names.some((name) => [...name].length >= 18)).toBe(true)
  })

  it('has somebody in every department with grants who is told when they end', () => {
    const stewards = city.staff.filter((each) => each.roles.includes('data-steward'))
    const units = new Set(stewards.map(({ unit }) => unit))
    expect(city.grants.map(({ unit }) => unit).filter((unit) => !units.has(unit))).toEqual([])
  })

  it('has staff for every role, and a reviewer in every department that decides an item', () => {
    const roles = new Set(city.staff.flatMap((person) => person.roles))
    expect(city.roles.map((role) => role.code).filter((code) => !roles.has(code))).toEqual([])
    const reviewed = new Set(
      city.staff.filter((each) => each.roles.includes('reviewer')).map((each) => each.unit),
    )
    const deciding = [...city.items, ...city.hotline.categories.filter((each) => each.code !== 'other')]
    expect(deciding.filter((each) => !reviewed.has(each.department))).toEqual([])
  })

  it('keeps who accepts apart from who decides', () => {
    const rights = new Map(city.roles.map((role) => [role.code, role.rights.map((each) => each.right)]))
    for (const person of city.staff) {
      const held = person.roles.flatMap((role) => rights.get(role) ?? [])
      expect(held.includes('cases.accept') && held.includes('cases.decide')).toBe(false)
    }
  })

  it('loads the published holidays with their make-up days', () => {
    const days = new Map(city.calendar.map((day) => [day.date, day.type]))
    expect(days.get('2026-02-14')).toBe('workday')
    expect(days.get('2026-10-01')).toBe('holiday')
    expect(city.calendar.length).toBe(new Set(days.keys()).size)
  })
})
