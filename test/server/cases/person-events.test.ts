import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyAs, decideOn, statesOf, valuesInWallet, type OnWorld } from '../../support/desk.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

const apply = (...rest: OnWorld<typeof applyAs>) => applyAs(world, ...rest)
const decide = (...rest: OnWorld<typeof decideOn>) => decideOn(world, ...rest)
const certificatesOf = (login: string) => valuesInWallet(world, login)

describe('a death in the family', () => {
  const EVERYTHING = {
    'deceased.relation': 'spouse',
    'situation.deathKind': 'hospital',
    'situation.cremated': 'yes',
    'situation.pensionKind': 'employee',
    'situation.closing': ['medical-account', 'housing-fund', 'driving-licence', 'subsidies'],
    'situation.heirs': 'single',
  }

  it('issues both certificates at once, and pays only when the registration is cancelled', async () => {
    const no = await apply('widow', 'bereavement', EVERYTHING)
    expect(await statesOf(no)).toEqual({
      'death-certificate': 'granted',
      'cremation-certificate': 'granted',
      'household-cancellation': 'reviewing',
      'survivor-benefit': 'waiting',
      'pension-balance': 'waiting',
      'medical-account-withdrawal': 'waiting',
      'housing-fund-inheritance': 'waiting',
      'driving-licence-cancellation': 'waiting',
      'subsidy-stop': 'waiting',
    })
    expect(await certificatesOf('widow')).toContain('方守仁')
    await decide('police', no, 'household-cancellation')
    const after = await statesOf(no)
    expect(after['survivor-benefit']).toBe('reviewing')
    expect(after['subsidy-stop']).toBe('granted')
    await decide('traffic', no, 'driving-licence-cancellation')
    await decide('fund', no, 'housing-fund-inheritance')
    expect((await statesOf(no))['housing-fund-inheritance']).toBe('granted')
  })

  it('is sent once the other heirs have agreed, each in their own name', async () => {
    const answers = {
      ...EVERYTHING,
      'deceased.relation': 'child',
      'deceased.name': '方守仁',
      'deceased.residentId': '349901195003129016',
      'situation.heirs': 'agreed',
      'applicant.heirShare': '30',
      heirs: [
        {
          'heir.name': '乔玉兰',
          'heir.residentId': '349901195308209025',
          'heir.phone': '14009200001',
          'heir.relation': 'spouse',
          'heir.share': '40',
        },
        {
          'heir.name': '方立言',
          'heir.residentId': '349901198110119028',
          'heir.phone': '14009200003',
          'heir.relation': 'child',
          'heir.share': '30',
        },
      ],
    }
    await expect(apply('son', 'bereavement', answers, ['widow'])).rejects.toMatchObject({
      code: 'agreement_missing',
    })
    const no = await apply('son', 'bereavement', answers, ['widow', 'daughter'])
    expect((await statesOf(no))['pension-balance']).toBe('waiting')
  })
})

describe('retiring', () => {
  const SELF = {
    'situation.retirementBy': 'self',
    'situation.retirementKind': 'normal',
    'situation.deemedYears': 'no',
    'situation.takeFund': 'yes',
    'situation.oneChild': 'no',
    'situation.medicalYears': 'auto',
  }

  it('confirms the registration by rule, then the pension, then what rests on it', async () => {
    const no = await apply('retiree', 'retirement', SELF)
    expect((await statesOf(no))['household-check']).toBe('granted')
    await decide('social', no, 'pension-retirement')
    expect(await certificatesOf('retiree')).toContain('丁景和')
    await decide('fund', no, 'housing-fund-retirement')
    expect((await statesOf(no))['housing-fund-retirement']).toBe('granted')
  })

  it('is sent by the employer once the employee has agreed', async () => {
    const answers = {
      ...SELF,
      'situation.retirementBy': 'employer',
      'retiree.name': '祝秋月',
      'retiree.residentId': '349901197603209027',
      'retiree.post': 'production',
      'retiree.phone': '14009200008',
    }
    await expect(apply('personnel', 'retirement', answers)).rejects.toMatchObject({
      code: 'agreement_missing',
    })
    const no = await apply('personnel', 'retirement', answers, ['worker'])
    await decide('social', no, 'pension-retirement')
    const states = await statesOf(no)
    expect(states['housing-fund-seal']).toBe('reviewing')
    expect(states['housing-fund-retirement']).toBe('waiting')
  })
})

describe('working for oneself', () => {
  it('gives a credit code with the licence, and starts what rests on it', async () => {
    const no = await apply('freelancer', 'self-employment', {
      'startup.needs': ['registration', 'flexible-insurance', 'flexible-subsidy'],
      'startup.form': 'sole-trader',
      'startup.personKind': 'hardship',
      'flexible.startMonth': '2026-12',
    })
    expect((await statesOf(no))['employment-registration']).toBe('waiting')
    await decide('market', no, 'sole-trader-registration')
    expect((await statesOf(no))['employment-registration']).toBe('granted')
    expect((await certificatesOf('freelancer')).some((value) => value.startsWith('92349921MA9'))).toBe(true)
    await decide('social', no, 'flexible-pension')
    expect((await statesOf(no))['flexible-subsidy']).toBe('reviewing')
  })

  it('shows to the public whom the subsidy will be paid to before it is', async () => {
    const no = await apply('founder', 'self-employment', {
      'startup.needs': ['subsidy'],
      'startup.personKind': 'graduate',
    })
    await decide('social', no, 'startup-subsidy', 'publicise')
    expect((await statesOf(no))['startup-subsidy']).toBe('publicising')
    world.at('2026-12-03T10:00:00+08:00')
    await world.runJobs()
    await decide('social', no, 'startup-subsidy')
    expect((await statesOf(no))['startup-subsidy']).toBe('granted')
  })
})
