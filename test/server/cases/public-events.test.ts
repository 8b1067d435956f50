import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownCertificates } from '#domain/certificates/index.ts'
import { look } from '#domain/perform.ts'
import { applyAs, decideOn, itemsOf, laterOn, statesOf, type OnWorld } from '../../support/desk.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

const apply = (...rest: OnWorld<typeof applyAs>) => applyAs(world, ...rest)
const grant = (...rest: OnWorld<typeof decideOn>) => decideOn(world, ...rest)
const later = (day: string) => laterOn(world, day)

describe('school enrolment', () => {
  it('grants a local family’s checks by rule and waits for the review to open', async () => {
    const no = await apply('pupil', 'school-enrolment', {
      'situation.enrolmentKind': 'both',
      'situation.dwellingKind': 'own',
      'situation.siblingInSchool': 'no',
      'school.secondChoice': '',
      'school.thirdChoice': '',
    })
    expect(await statesOf(no)).toEqual({
      'pupil-registration': 'granted',
      'pupil-household-check': 'granted',
      'pupil-estate-check': 'granted',
      'school-admission': 'waiting',
    })
    await later('2027-01-04')
    expect((await statesOf(no))['school-admission']).toBe('reviewing')
    await grant('education', no, 'school-admission')
    const [notice] = await look(await world.as('pupil'), ownCertificates)
    expect(notice?.pairs.map(({ value }) => value)).toContain('东山学区')
  })
})

describe('disability services', () => {
  const EVERYTHING = {
    'situation.disabledApplicant': 'self',
    'situation.disabilityCertificate': 'new',
    'disability.kind': '4',
    'situation.disabilityBenefits': ['living', 'care', 'job', 'pension'],
    'situation.otherCareBenefits': ['none'],
  }

  it('gives the level and the number of the certificate, on which the benefits start', async () => {
    const no = await apply('disabled', 'disability-services', EVERYTHING)
    expect((await statesOf(no))['disability-care-allowance']).toBe('waiting')
    await grant('disabled-office', no, 'disability-certificate', 'publicise')
    await later('2026-12-03')
    await grant('disabled-office', no, 'disability-certificate')
    expect(await statesOf(no)).toEqual({
      'disability-certificate': 'granted',
      'disability-living-allowance': 'reviewing',
      'disability-care-allowance': 'reviewing',
      'disability-employment': 'reviewing',
      'disability-pension-aid': 'reviewing',
    })
    const cards = await look(await world.as('disabled'), (reading) => ownCertificates(reading))
    const shown = cards.flatMap(({ pairs }) => pairs.map(({ value }) => value))
    expect(shown).toContain('二级')
  })

  it('lets a friend apply once the disabled person has agreed', async () => {
    const no = await apply(
      'builder',
      'disability-services',
      {
        ...EVERYTHING,
        'situation.disabledApplicant': 'agent',
        'situation.disabilityCertificate': 'none',
        'situation.disabilityBenefits': ['job'],
        'disabled.name': '巴图',
        'disabled.residentId': '349901197906309092',
        'disabled.applicantRelation': 'relative',
      },
      ['disabled2'],
    )
    expect(await statesOf(no)).toEqual({ 'disability-employment': 'reviewing' })
  })
})

describe('utilities', () => {
  it('holds what needs works outside until these are approved', async () => {
    const no = await apply('builder', 'utilities', {
      'situation.utilities': ['water', 'drain', 'power', 'gas', 'net', 'tv'],
      'situation.outsideLine': 'yes',
      'situation.lineTouches': ['road', 'green'],
      'outside.length': '300',
      'water.daily': '20',
      'drainage.daily': '15',
      'power.capacity': '100',
      'power.voltage': '380V',
    })
    const before = await statesOf(no)
    expect(before['network-connection']).toBe('reviewing')
    expect(before['water-connection']).toBe('waiting')
    await grant('resources', no, 'outside-works')
    const items = await itemsOf(no)
    expect(items['water-connection']).toMatchObject({ state: 'reviewing', dueDay: '2026-11-30' })
    await grant('water', no, 'water-connection')
    expect((await statesOf(no))['water-connection']).toBe('granted')
  })
})

describe('credit repair', () => {
  it('ends the publication by rule once the authority has decided', async () => {
    const no = await apply('credit', 'credit-repair', {
      'situation.creditRecord': 'penalty',
      'situation.dutiesDone': 'yes',
      'situation.restructured': 'no',
      'repair.fulfilledOn': '2026-06-30',
    })
    expect(await statesOf(no)).toEqual({
      'credit-repair-application': 'reviewing',
      'penalty-repair': 'waiting',
      'credit-repair-sync': 'waiting',
    })
    await grant('credit-office', no, 'credit-repair-application')
    await grant('market', no, 'penalty-repair')
    expect(await statesOf(no)).toEqual({
      'credit-repair-application': 'granted',
      'penalty-repair': 'granted',
      'credit-repair-sync': 'granted',
    })
  })

  it('keeps out an enterprise whose shortest time of publication has not passed', async () => {
    await expect(
      apply('too-early', 'credit-repair', {
        'situation.creditRecord': 'penalty',
        'situation.dutiesDone': 'yes',
        'situation.restructured': 'no',
      }),
    ).rejects.toMatchObject({ code: 'not_eligible' })
  })
})
