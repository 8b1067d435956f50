import { describe, expect, it } from 'vitest'
import type { Call, ExchangeConnector } from '#server/connectors/exchange/connector.ts'
import { routed } from '#server/connectors/exchange/routed.ts'

const call: Call = {
  resource: 'population',
  params: { residentId: '1', day: '2' },
  requestId: 'r',
  fields: ['name', 'gender', 'address'],
  purpose: { matter: 'm', item: 'i', operator: 'o', unit: 'u' },
  signal: AbortSignal.timeout(1000),
}

describe('a resource reached by its route', () => {
  const seen: Call[] = []
  const there: ExchangeConnector = {
    async ask(each) {
      seen.push(each)
      return { rows: [{ XM: '林小满', name: 'not this', gender: 'female', address: '' }], updatedAt: 5 }
    },
    async tell(each) {
      seen.push(each)
      return { XM: '林小满', secret: 'x' }
    },
  }
  const here = routed(there, {
    resource: 'population',
    connector: 'province',
    service: 'gov/{resource}/v1',
    fields: { XM: 'name' },
    params: { residentId: 'SFZH' },
  })

  it('is asked by the provider’s names, and answers by ours', async () => {
    expect(await here.ask(call)).toEqual({
      rows: [{ name: '林小满', gender: 'female', address: '' }],
      updatedAt: 5,
    })
    expect(seen[0]).toMatchObject({
      resource: 'gov/population/v1',
      params: { SFZH: '1', day: '2' },
      fields: ['XM', 'gender', 'address'],
    })
  })

  it('repeats a number under the provider’s name of the parameter', async () => {
    const repeating = routed(
      { ...there, ask: async () => ({ rows: [{ SFZH: '1' }], updatedAt: null }) },
      { resource: 'population', connector: 'province', params: { residentId: 'SFZH' } },
    )
    expect((await repeating.ask({ ...call, fields: ['residentId'] })).rows).toEqual([{ residentId: '1' }])
  })

  it('passes on no field that was not asked for, also of what it makes of what it is told', async () => {
    expect((await here.ask({ ...call, fields: ['gender'] })).rows).toEqual([{ gender: 'female' }])
    expect(await here.tell({ ...call, fields: ['name'] })).toEqual({ name: '林小满' })
  })

  it('names the department that asks as it is known there', async () => {
    const named = routed(
      there,
      { resource: 'population', connector: 'province' },
      { u: '11349900003180019E' },
    )
    await named.ask(call)
    expect(seen.at(-1)?.purpose.unit).toBe('11349900003180019E')
    await named.ask({ ...call, purpose: { ...call.purpose, unit: 'v' } })
    expect(seen.at(-1)?.purpose).toEqual({ ...call.purpose, unit: 'v' })
  })
})
