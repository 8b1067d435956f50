import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Accounts, staff and people point at each other rightly, and no login name is given twice. */
export function checkAccounts(city: City, refuse: Refuse): void {
  const people = new Map(city.people.map((person) => [person.residentId, person]))
  const enterprises = new Set(city.enterprises.map((enterprise) => enterprise.creditCode))
  const communities = new Set(
    city.divisions.filter((each) => each.level === 'community').map((each) => each.code),
  )
  const staff = new Set(city.staff.map((each) => each.login))
  city.accounts.accounts.forEach((account, index) => {
    const path = [index]
    if (staff.has(account.login))
      refuse(FILES.accounts, [...path, 'login'], `“${account.login}” is a staff login; choose another`)
    const person = people.get(account.residentId)
    if (!person)
      refuse(
        FILES.accounts,
        [...path, 'residentId'],
        `nobody in people has “${account.residentId}”; correct it`,
      )
    else if (!person.phone)
      refuse(FILES.accounts, [...path, 'residentId'], `${person.name} has no phone; add one`)
    account.mandates?.forEach((mandate, m) => {
      if (!enterprises.has(mandate.creditCode))
        refuse(
          FILES.accounts,
          [...path, 'mandates', m, 'creditCode'],
          `no enterprise has “${mandate.creditCode}”; correct it`,
        )
    })
  })
  city.people.forEach((person, index) => {
    if (!communities.has(person.community))
      refuse(FILES.people, [index, 'community'], `no community has “${person.community}”; correct it`)
    for (const key of ['spouse', 'mother', 'father'] as const) {
      const other = person[key]
      if (other !== undefined && !people.has(other))
        refuse(FILES.people, [index, key], `nobody has “${other}”; correct it`)
    }
    if (person.phone !== undefined && !/^1400\d{7}$/.test(person.phone)) {
      refuse(
        FILES.people,
        [index, 'phone'],
        'is outside 1400, the range that is issued to nobody; use a number within it',
      )
    }
  })
}
