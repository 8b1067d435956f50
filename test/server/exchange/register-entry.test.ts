import { beforeAll, describe, expect, it } from 'vitest'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { isCreditCode } from '#shared/elements/types/credit-code.ts'
import { callOf } from '../../support/call.ts'
import { openWorld } from '../../support/world.ts'

const COMPANY = {
  'enterprise.name': '云溪晴川茶业有限公司',
  'enterprise.type': 'company',
  'enterprise.divisionCode': '349921',
  'enterprise.address': '云溪市云台县白鹿镇白鹿街 7 号',
  'enterprise.legalRepresentative': '安知行',
}

beforeAll(async () => {
  await openWorld()
})

async function found(request: string): Promise<string> {
  return String((await cityConnector.tell(callOf('company-entry', COMPANY, request))).creditCode)
}

async function licence(request: string, params: Record<string, string>): Promise<string> {
  return String((await cityConnector.tell(callOf('food-licence-entry', params, request))).licenceNo)
}

describe('a register that enters what was decided by its rule', () => {
  it('gives a new enterprise a valid credit code of its district, by which it is then found', async () => {
    const code = await found('company-1')
    expect(isCreditCode(code)).toBe(true)
    expect(code.slice(2, 8)).toBe('349921')
    const { rows } = await cityConnector.ask(callOf('enterprise', { creditCode: code }, 'r'))
    expect(rows).toMatchObject([{ name: '云溪晴川茶业有限公司', status: 'active', creditCode: code }])
  })

  it('gives one number to one request, however often it is told, and another to the next', async () => {
    const first = await found('company-2')
    expect(await found('company-2')).toBe(first)
    expect(await found('company-3')).not.toBe(first)
  })

  it('counts each kind of number for itself', async () => {
    const first = await licence('food-1', { 'enterprise.divisionCode': '349901' })
    const next = await licence('food-2', { 'enterprise.divisionCode': '349902' })
    expect([first, next]).toEqual(['JY23499010000001', 'JY23499020000002'])
  })

  it('joins a number from what was decided, and takes over what another register has found', async () => {
    const person = { 'disabled.residentId': '349901197906309092' }
    const level = await cityConnector.tell(callOf('disability-level', person, 'level-1'))
    expect(level).toEqual({ level: '2' })
    const told = { ...person, 'disability.kind': '4', 'disability.newLevel': '2' }
    const entry = await cityConnector.tell(callOf('disability-entry', told, 'entry-1'))
    expect(entry).toEqual({ certificateNo: '34990119790630909242' })
  })

  it('is told again later while the other register has found nothing', async () => {
    const nobody = { 'disabled.residentId': '349901199001010017' }
    const early = cityConnector.tell(callOf('disability-level', nobody, 'level-2'))
    await expect(early).rejects.toThrow('has nothing yet')
  })

  it('refuses what its number cannot be made of, and takes nothing where there is no rule', async () => {
    await expect(licence('food-3', {})).rejects.toThrow('names no district')
    await expect(cityConnector.tell(callOf('population', {}, 'none'))).rejects.toThrow('takes nothing')
  })
})
