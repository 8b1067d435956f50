import { beforeAll, describe, expect, it } from 'vitest'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { isCreditCode } from '#shared/elements/types/credit-code.ts'
import { callOf } from '../../support/call.ts'
import { applyAs, decideOn, statesOf, valuesInWallet, type OnWorld } from '../../support/desk.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const apply = (...rest: OnWorld<typeof applyAs>) => applyAs(world, ...rest)
const grant = (...rest: OnWorld<typeof decideOn>) => decideOn(world, ...rest)
const shownTo = (login: string) => valuesInWallet(world, login)

describe('opening a restaurant', () => {
  const RESTAURANT = {
    'situation.hasLicence': 'yes',
    'food.businessType': 'restaurant',
    'food.projects': ['hot'],
    'situation.oilSmoke': 'yes',
    'premises.building': 'commercial',
    'premises.source': 'shareholder',
    'premises.ownerResidentId': '349901197910059030',
    'situation.publicVenue': 'yes',
    'situation.fireMode': 'commitment',
    'situation.signboard': 'yes',
    'situation.tobacco': 'yes',
    'premises.schoolDistance': 'far',
    'premises.kitchenArea': '80',
    'food.managerResidentId': '349901198502279012',
    'food.staff': [
      {
        'food.staffName': '梁思齐',
        'food.staffResidentId': '349901199306189022',
        'food.staffHealthNo': 'JK2026000091',
        'food.staffHealthTo': '2027-05-31',
      },
    ],
  }

  it('goes out once the representative and the shareholder have signed, and gives the licences their numbers', async () => {
    const no = await apply('restaurant', 'restaurant', RESTAURANT, ['restaurant-head', 'shareholder'])
    expect(await statesOf(no)).toMatchObject({
      'licence-check': 'granted',
      'food-licence': 'reviewing',
      'shop-sign': 'reviewing',
      'tobacco-licence': 'reviewing',
    })
    await grant('market', no, 'food-licence')
    await grant('tobacco', no, 'tobacco-licence')
    const shown = await shownTo('restaurant')
    expect(shown).toContain('JY23499010000001')
    expect(shown).toContain('YC349901000001')
  })

  it('is not sent while the shareholder has not signed', async () => {
    await expect(apply('restaurant', 'restaurant', RESTAURANT, ['restaurant-head'])).rejects.toMatchObject({
      code: 'agreement_missing',
    })
  })
})

describe('starting a company', () => {
  const investor = (name: string, residentId: string, phone: string, amount: string, share: string) => ({
    'investor.name': name,
    'investor.residentId': residentId,
    'investor.phone': phone,
    'investor.amount': amount,
    'investor.share': share,
    'investor.paidBy': '2030-12-31',
  })

  it('gives a credit code that is valid and known to the register, on which the rest starts', async () => {
    const no = await apply(
      'opener',
      'company-opening',
      {
        'enterprise.type': 'company',
        'opening.holderCount': 'several',
        'opening.investorOrigin': 'domestic',
        'opening.licensedFirst': 'none',
        'opening.representativeIs': 'applicant',
        'opening.addressMode': 'owned',
        'opening.extras': ['seal', 'social-insurance', 'housing-fund', 'bank'],
        'enterprise.name': '云溪望舒文化有限公司',
        'enterprise.capital': '1000000',
        'opening.supervisorName': '叶知秋',
        'finance.name': '孟长青',
        'insurance.startMonth': '2026-12',
        'fund.ratio': '5',
        'opening.investors': [
          investor('江望舒', '349902199005169040', '14009100004', '600000', '60'),
          investor('叶知秋', '349902198812039053', '14009100005', '400000', '40'),
        ],
      },
      ['investor'],
    )
    expect((await statesOf(no))['social-insurance-registration']).toBe('waiting')
    await grant('market', no, 'company-registration')
    const code = (await shownTo('opener')).find((value) => value.startsWith('91')) ?? ''
    expect(isCreditCode(code)).toBe(true)
    expect(code.slice(2, 8)).toBe('349902')
    const known = await cityConnector.ask(callOf('enterprise', { creditCode: code }, 'r'))
    expect(known.rows).toMatchObject([{ name: '云溪望舒文化有限公司', status: 'active', type: 'company' }])
    expect(await statesOf(no)).toEqual({
      'company-registration': 'granted',
      'seal-filing': 'reviewing',
      'social-insurance-registration': 'granted',
      'housing-fund-registration': 'granted',
      'bank-account-booking': 'waiting',
    })
  })
})

describe('closing a company', () => {
  it('clears taxes at once, announces for twenty days, then deregisters and does the rest', async () => {
    const no = await apply(
      'closing',
      'company-closing',
      {
        'closing.settled': 'yes',
        'closing.way': 'simple',
        'closing.customs': 'check',
        'closing.seal': 'submit',
        'closing.licence': 'have',
      },
      ['closing-head', 'closing-investor'],
    )
    expect((await statesOf(no))['tax-clearance']).toBe('granted')
    expect((await statesOf(no)).deregistration).toBe('waiting')
    await grant('market', no, 'simplified-notice', 'publicise')
    world.at('2026-12-14T10:00:00+08:00')
    await world.runJobs()
    await grant('market', no, 'simplified-notice')
    await grant('market', no, 'deregistration')
    expect(await statesOf(no)).toMatchObject({
      deregistration: 'granted',
      'social-insurance-cancellation': 'reviewing',
      'bank-account-closing': 'reviewing',
      'seal-cancellation': 'reviewing',
    })
    expect(await shownTo('closing')).toContain('QS349900000001')
    world.at('2026-11-23T10:00:00+08:00')
  })
})
