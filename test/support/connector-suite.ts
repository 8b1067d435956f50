import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { CITY_FAULTS } from '#server/connectors/exchange/city-faults.ts'
import { openConnectors, type Connectors } from '#server/connectors/exchange/connectors.ts'
import type { ConnectorConfig } from '#server/connectors/exchange/config-shape.ts'
import { ExchangeError, type Call, type ExchangeConnector } from '#server/connectors/exchange/connector.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { setFault } from './registers.ts'
import { openWorld } from './world.ts'

/** An outside system under test: its entry in the configuration and its name for a resource. */
export interface Subject {
  config: ConnectorConfig
  service?: string
  env?: Record<string, string>
  close?: () => Promise<void>
}

const NOBODY = '349901190001010010'
/** A fault of the registers as the connector may tell it; behind another system "down" is that system's word. */
const DOWN: readonly ExchangeFault[] = ['unreachable', 'provider-failed']
const REFUSED: readonly ExchangeFault[] = ['provider-refused', 'provider-failed']

const { accounts } = readCity('db/city').accounts
const mother = accounts.find(({ login }) => login === 'mother01')?.residentId ?? ''

/** What every connector of the exchange does, whatever it speaks. */
export function describeConnector(name: string, start: () => Promise<Subject>): void {
  describe(`the connector “${name}”`, () => {
    let subject: Subject
    let connectors: Connectors

    beforeAll(async () => {
      await openWorld()
      subject = await start()
      Object.assign(process.env, subject.env)
      const route = { resource: '*', connector: subject.config.name, service: subject.service }
      connectors = openConnectors({ connectors: [subject.config], routes: [route] })
    })
    afterAll(async () => {
      setFault('population', null)
      await connectors.close()
      await subject.close?.()
    })

    function way(resource: string): ExchangeConnector {
      const found = connectors.to(resource)
      if (!found) throw new Error('no way')
      return found.connector
    }
    const ask = (change: Partial<Call> = {}) => way('population').ask(asking(change))
    const told = (requestId: string, change: Record<string, string> = {}) =>
      way('household-entry').tell({
        ...asking({ requestId, fields: ['residentId'] }),
        resource: 'household-entry',
        params: { ...NEWBORN, ...change },
      })

    it('answers the row of the person asked about, with the fields that were asked for and no other', async () => {
      const { rows } = await ask()
      expect(rows).toHaveLength(1)
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['name', 'residentId'])
      expect(rows[0]?.residentId).toBe(mother)
    })

    it('says how new its data are', async () => {
      expect((await ask()).updatedAt).toBeTypeOf('number')
    })

    it('answers no row for somebody unknown: not found, which is not “no”', async () => {
      expect((await ask({ params: { residentId: NOBODY } })).rows).toEqual([])
    })

    it.each(CITY_FAULTS)('has a stated outcome for the fault “%s” of a register', async (kind) => {
      setFault('population', kind, kind === 'latency' ? 50 : 0)
      const result = await ask({ signal: AbortSignal.timeout(400) }).catch((error: unknown) => error)
      setFault('population', null)
      if (result instanceof ExchangeError) {
        const outcome: readonly string[] =
          kind === 'down'
            ? DOWN
            : [kind === 'time-out' ? 'timeout' : kind === 'maintenance' ? kind : 'answered']
        return expect(outcome).toContain(result.fault)
      }
      const answers = { latency: 1, 'no-data': 0, several: 2, dirty: 1, contradiction: 1 }
      expect(result).toMatchObject({ rows: { length: answers[kind as keyof typeof answers] } })
    })

    it('passes on what a register says, also when it is spoilt or contradicts: judging is not its business', async () => {
      const right = (await ask()).rows[0]?.name
      for (const kind of ['dirty', 'contradiction'] as const) {
        setFault('population', kind)
        const [row] = (await ask()).rows
        setFault('population', null)
        expect(row?.residentId).toBe(mother)
        expect(row?.name).not.toBe(right)
      }
    })

    it('lets go at the deadline, and a hundred hanging calls leave it able to answer', async () => {
      setFault('population', 'time-out')
      const began = performance.now()
      const hanging = Array.from({ length: 100 }, () => ask({ signal: AbortSignal.timeout(300) }))
      const ends = await Promise.allSettled(hanging)
      setFault('population', null)
      expect(performance.now() - began).toBeLessThan(3000)
      expect(new Set(ends.map((end) => (end.status === 'rejected' ? end.reason.fault : 'answered')))).toEqual(
        new Set(['timeout']),
      )
      expect((await ask({ signal: AbortSignal.timeout(3000) })).rows).toHaveLength(1)
    })

    it('does what it is told once for one request id, and again for another', async () => {
      const [one, other] = [randomUUID(), randomUUID()]
      const first = await told(one)
      expect(String(first.residentId)).toMatch(/^349901/)
      expect(await told(one)).toEqual(first)
      expect(await told(other)).not.toEqual(first)
    })

    it('says that the register refuses what it cannot enter, without repeating it', async () => {
      const error = await told(randomUUID(), { 'child.birthTime': 'SECRET' }).catch((each: unknown) => each)
      expect(error).toBeInstanceOf(ExchangeError)
      expect(REFUSED).toContain(error instanceof ExchangeError && error.fault)
      expect(String(error)).not.toContain('SECRET')
    })
  })
}

const NEWBORN = {
  'child.name': '林小满',
  'child.gender': 'female',
  'child.birthTime': '2026-11-09T03:41',
  'household.divisionCode': '349901',
  'household.no': '349900001',
  'household.address': '云溪市清河区柳岸街道 12 号院',
}

function asking(change: Partial<Call>): Call {
  return {
    resource: 'population',
    params: { residentId: mother },
    requestId: randomUUID(),
    fields: ['residentId', 'name'],
    purpose: { matter: 'YX-1', item: 'birth', operator: 'system', unit: 'public-security', consent: 'c1' },
    signal: AbortSignal.timeout(5000),
    ...change,
  }
}
