import { readFileSync } from 'node:fs'
import { readCity } from '../../../db/city/load.ts'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Calendar } from '../../../shared/calendar/working-days.ts'

/** The demo city as its files have it. */
export const city = readCity('db/city')

/** The day on which the server begins; a run ends before it does. */
export const TODAY = dayOf(Date.parse(city.demoNow))

export const PASSWORD = city.accounts.demoPassword

export const CALENDAR: Calendar = new Map(city.calendar.map(({ date, type }) => [date, type]))

const people = new Map(city.people.map((person) => [person.residentId, person]))

/** The person behind a login. */
export function personOf(login: string) {
  const account = city.accounts.accounts.find((each) => each.login === login)
  const person = account && people.get(account.residentId)
  if (!person) throw new Error(`the demo city has no person with the login ${login}`)
  return person
}

/** The working days an item promises. */
export function promisedDays(item: string): number {
  const found = city.items.find(({ code }) => code === item)
  if (!found) throw new Error(`the demo city has no item ${item}`)
  return found.promisedDays
}

export type Lang = 'zh' | 'en'

/** Words of the interface: a test says which word a page must show, not how it is spelt. */
export function wordsOf(module: string, lang: Lang = 'zh') {
  const words: unknown = JSON.parse(readFileSync(`locales/${lang}/${module}.json`, 'utf8'))
  return (key: string, params: Record<string, string | number> = {}): string => {
    const text =
      typeof words === 'object' && words !== null && Object.entries(words).find(([each]) => each === key)
    if (!text) throw new Error(`locales/${lang}/${module}.json has no ${key}`)
    return String(text[1]).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  }
}
