import { beforeAll, describe, expect, it } from 'vitest'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { birthDateOf, genderOf, residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import { readCity } from '#db/city/load.ts'
import { callOf } from '../../support/call.ts'
import { setFault } from '../../support/registers.ts'
import { openWorld } from '../../support/world.ts'

const city = readCity('db/city')
const mother = city.accounts.accounts.find(({ login }) => login === 'mother01')?.residentId ?? ''

beforeAll(async () => {
  await openWorld()
})

describe('the connector of the demo city', () => {
  it('answers a register’s row for the person asked about', async () => {
    const { rows } = await cityConnector.ask(callOf('population', { residentId: mother }, 'r1'))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ residentId: mother })
  })

  it('answers no row for somebody unknown: not found, which is not “no”', async () => {
    const { rows } = await cityConnector.ask(callOf('population', { residentId: '349901190001010010' }, 'r2'))
    expect(rows).toEqual([])
  })

  it('throws when the source is down, and when it does not answer in time', async () => {
    setFault('population', 'down')
    await expect(cityConnector.ask(callOf('population', { residentId: mother }, 'r3'))).rejects.toThrow(
      'is down',
    )
    setFault('population', 'down', 5000)
    await expect(
      cityConnector.ask(callOf('population', { residentId: mother }, 'r4', AbortSignal.timeout(50))),
    ).rejects.toThrow()
    setFault('population', null)
  })

  describe('entering a newborn into a household', () => {
    const params = {
      'child.name': '林小满',
      'child.gender': 'female',
      'child.birthTime': '2026-11-09T03:41',
      'household.divisionCode': '349901',
      'household.no': '349900001',
      'household.address': '云溪市清河区柳岸街道 12 号院',
    }
    const enter = async (request: string, change: Record<string, string> = {}) =>
      String(
        (await cityConnector.tell(callOf('household-entry', { ...params, ...change }, request))).residentId,
      )

    it('allocates a valid resident id of the division, the day of birth and the gender', async () => {
      const id = await enter('entry-1')
      expect(id.slice(0, 6)).toBe('349901')
      expect(birthDateOf(id)).toBe('2026-11-09')
      expect(genderOf(id)).toBe('female')
      expect(residentIdCheckDigit(id)).toBe(id[17])
      expect(genderOf(await enter('entry-2', { 'child.gender': 'male' }))).toBe('male')
    })

    it('gives the same number for the same request and another for another child', async () => {
      const first = await enter('entry-3')
      expect(await enter('entry-3')).toBe(first)
      expect(await enter('entry-4')).not.toBe(first)
    })

    it('makes the child known to the population register', async () => {
      const id = await enter('entry-5', { 'child.name': '林大满' })
      const { rows } = await cityConnector.ask(callOf('population', { residentId: id }, 'r5'))
      expect(rows[0]).toMatchObject({ name: '林大满', gender: 'female', birthDate: '2026-11-09' })
    })
  })
})
