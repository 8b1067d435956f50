import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, open, read, useKeys } from '#db'
import { readCity, type City } from '#db/city/load.ts'
import { databaseUrl } from '#db/url.ts'
import { catalog, cityCatalog, publishCity, refreshCatalog } from '#domain/catalog/index.ts'
import { applicationsSeen, cameOfDraft, hasInHands, useCaseTerms, useOpinions } from '#domain/cases/index.ts'
import { useSigning, validCertificates } from '#domain/certificates/index.ts'
import { personOfVisit } from '#domain/counter/index.ts'
import { now, useClock } from '#domain/clock.ts'
import { useScanner } from '#domain/files/index.ts'
import { openObjectionsOf, useApplications } from '#domain/footprint/index.ts'
import { usePromises, useReports, useVisitors, useWallet } from '#domain/forms/index.ts'
import { loadStandingGrants, reloadGrants } from '#domain/grants/index.ts'
import { createAccounts, personOf, staffNames, useRoles } from '#domain/identity/index.ts'
import { useConnectors, useMatters, useTries } from '#domain/exchange/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { useChannels, usePhones } from '#domain/notices/index.ts'
import { useTracking } from '#domain/parcels/index.ts'
import { indexChanges } from '#domain/search/index.ts'
import { useQueueRules } from '#domain/queue/index.ts'
import {
  fillCalendar,
  readSetting,
  refreshCalendar,
  useOfficeHours,
  writeSetting,
} from '#domain/settings/index.ts'
import { isPromiseWithheld, successorOf, useSupervision } from '#domain/supervision/index.ts'
import { useAssignment, useNames, useSuccession } from '#domain/work/index.ts'
import { systemActor } from '#shared/access/actor.ts'
import { loadRegisters } from './connectors/exchange/city-registers.ts'
import { readApps, useApps } from './connectors/exchange/apps.ts'
import { readExchangeConfig } from './connectors/exchange/config.ts'
import { connectorOf, startConnectors } from './connectors/exchange/connectors.ts'
import { noticeChannels } from './connectors/notices/channels.ts'
import { parcelTracking } from './connectors/parcels/tracking.ts'
import { readSecrets } from './secrets.ts'
import { log } from './utils/log.ts'

/** How often an instance looks whether another one published. */
const REFRESH_MS = 5000

let starting: Promise<void> | undefined

/** Starts the product once per process: keys, database, schema, city, catalogue. Everything else waits for it. */
export function started(): Promise<void> {
  return (starting ??= start())
}

async function start(): Promise<void> {
  useClock(process.env.YIZHAN_NOW)
  const secrets = readSecrets()
  useKeys(secrets.keys)
  useSigning(secrets.signing)
  useScanner(process.env.CLAMD_URL)
  useWallet(validCertificates)
  useReports(openObjectionsOf)
  useVisitors(personOfVisit)
  usePromises(isPromiseWithheld)
  useApplications(applicationsSeen)
  useNames(staffNames)
  useSuccession(successorOf)
  useMatters({ inHands: hasInHands, cameOf: cameOfDraft })
  startConnectors()
  useTries(readExchangeConfig().triesADay)
  useConnectors(connectorOf)
  useApps(readApps())
  useTracking(parcelTracking())
  usePhones(async (reader, id) => (await personOf(reader, id))?.phone)
  useChannels(noticeChannels())
  open(databaseUrl())
  await migrate()
  await loadCity('db/city')
  await refreshCatalog()
  await reloadGrants()
  setInterval(() => void refresh().catch(tellStale), REFRESH_MS).unref()
}

/** Takes over what other instances published and granted. */
async function refresh(): Promise<void> {
  await refreshCalendar()
  await reloadGrants()
  await refreshCatalog()
}

/** The database did not answer: what was published before goes on being served. */
function tellStale(error: unknown): void {
  log.warn('calendar, catalogue or grants could not be read again', {
    error: error instanceof Error ? error.message : String(error),
  })
}

/**
 * Takes over a city's files: roles, hours and terms always, the years of its calendar that nobody published, the
 * catalogue and the demo's people when they changed.
 */
async function loadCity(folder: string): Promise<void> {
  const hash = hashOfFolder(folder)
  const city = readCity(folder)
  useRoles(city.roles)
  useQueueRules(city.queue)
  useOpinions(city.opinions)
  if (city.assignment) useAssignment(city.assignment)
  if (city.supervision) useSupervision(city.supervision)
  if (city.officeHours) useOfficeHours(city.officeHours)
  if (city.caseTerms) useCaseTerms(city.caseTerms)
  await fillCalendar(city.calendar)
  await refreshCalendar()
  if (process.env.YIZHAN_MODE !== 'city') {
    loadRegisters(
      hash,
      city.registers.map((register) => ({ ...register, keys: keysOf(city, register.resource) })),
      now(),
    )
  }
  if ((await readSetting(read(), 'city')) === hash) return
  const addAccounts = process.env.YIZHAN_MODE === 'city' ? undefined : await demoAccounts(city)
  await perform(asking(systemActor('start')), async (act) => {
    await publishCity(act, cityCatalog(city))
    await addAccounts?.(act)
    await loadStandingGrants(act, city.grants)
    await writeSetting(act.tx, 'city', hash)
  })
  await refreshCatalog()
  await indexChanges()
}

/** The fields a register can be asked by: the inputs of its resource. */
function keysOf(city: City, resource: string): string[] {
  return city.resources.find((each) => each.code === resource)?.inputs ?? []
}

function demoAccounts(city: City) {
  const people = new Map(city.people.map((person) => [person.residentId, person]))
  const enterprises = new Map(city.enterprises.map((enterprise) => [enterprise.creditCode, enterprise]))
  return createAccounts({
    password: city.accounts.demoPassword,
    people: city.accounts.accounts.flatMap(({ login, residentId, mandates = [] }) => {
      const person = people.get(residentId)
      if (!person) return []
      const organisations = mandates.flatMap(({ creditCode, scope, validTo }) => {
        const enterprise = enterprises.get(creditCode)
        return enterprise ? [{ creditCode, name: enterprise.name, scope, validTo }] : []
      })
      return [{ login, name: person.name, residentId, phone: person.phone ?? '', organisations }]
    }),
    staff: city.staff.map(({ login, name, unit, roles }) => ({
      login,
      name,
      posts: roles.map((role) => ({ unit, role })),
    })),
  })
}

function hashOfFolder(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (name.endsWith('.json') && existsSync(path)) hash.update(name).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** For the health page: whether the product is up, and which edition of the catalogue it serves. */
export async function health(): Promise<{ ok: true; edition: number }> {
  await started()
  return { ok: true, edition: catalog().edition }
}
