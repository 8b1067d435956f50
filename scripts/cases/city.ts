import { close, migrate, open, read, useKeys } from '#db'
import { readCity } from '#db/city/load.ts'
import { databaseUrl } from '#db/url.ts'
import { cityCatalog, currentBundle, publishCity, refreshCatalog } from '#domain/catalog/index.ts'
import { useRoles } from '#domain/identity/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { fillCalendar, refreshCalendar, useOfficeHours, workingTime } from '#domain/settings/index.ts'
import { readSecrets } from '#server/secrets.ts'
import { systemActor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { WorkingTime } from '#shared/calendar/office-hours.ts'
import { kindsOf } from './kinds.ts'
import { makeStaff, type StaffOf } from './staff.ts'

/** What of a city its cases are made of. */
export interface Ground {
  bundles: Bundle[]
  working: WorkingTime
  staff: StaffOf
}

/**
 * A city without cases in the database that DATABASE_URL names: catalogue, calendar, staff. The database is closed
 * again, so that rows can be put into it.
 * @param wanted how many cases there will be
 * @throws Error when it has some already
 */
export async function layGround(wanted: number, hasCases: () => Promise<boolean>): Promise<Ground> {
  useKeys(readSecrets().keys)
  open(databaseUrl())
  try {
    await migrate()
    if (await hasCases()) throw new Error('this city has cases already: give an empty database')
    const city = readCity('db/city')
    useRoles(city.roles)
    if (city.officeHours) useOfficeHours(city.officeHours)
    await fillCalendar(city.calendar)
    await refreshCalendar()
    await perform(asking(systemActor('cases')), (act) => publishCity(act, cityCatalog(city)))
    await refreshCatalog()
    const bundles: Bundle[] = []
    for (const { code } of city.lifeEvents) bundles.push(await currentBundle(read(), code))
    const { single, together } = kindsOf(bundles)
    const units = new Set(
      [...single, ...together].flatMap(({ first, others }) =>
        [first, ...others].map(({ department }) => department),
      ),
    )
    const staff = await makeStaff(city, [...units].sort(), wanted)
    return { bundles, working: workingTime(), staff }
  } finally {
    await close()
  }
}
