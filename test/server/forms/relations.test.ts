import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { board, subjectKey } from '#domain/exchange/index.ts'
import { saveAndLook } from '#domain/forms/index.ts'
import { look } from '#domain/perform.ts'
import { filledForm, formSeen, HEIR, knownIn, type Form } from '../../support/filled-form.ts'
import { STRANGERS } from '../../support/strangers.ts'
import { openWorld, type World } from '../../support/world.ts'

/** A living man who has nothing to do with anybody here: his number is typed as that of their dead, ward or worker. */
const STRANGER = '349901196607159018'
const OF_THE_STRANGER = ['丁景和', '1966-07-15', '望月路66号', '349200006', '9854000', '98,540']
/** At the page that asks who lends the premises: somebody who holds shares. */
const LENT = ['restaurant', 'restaurant', { 'premises.source': 'shareholder' }, 'people'] as const
const NOON = '2026-11-23T12:00:00+08:00'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at(NOON))

function askedAbout({ asked }: Form, number: string): string[] {
  const key = subjectKey({ kind: 'person', key: number })
  return asked.filter(({ subject }) => subject === key).map((each) => `${each.resource} ${each.outcome}`)
}

/** Nothing of the stranger stands in the draft or on a page; registers were asked about him only as said. */
function expectNothing(form: Form, asked: string[] = []): void {
  const { answers: _typed, ...held } = form.content
  for (const words of OF_THE_STRANGER) expect(JSON.stringify(held) + form.pages).not.toContain(words)
  expect(JSON.stringify(form.content.knowns)).not.toContain(STRANGER)
  expect(askedAbout(form, STRANGER)).toEqual(asked)
}

describe('a number that somebody typed', () => {
  it.each(['child', 'spouse'])(
    'opens no register about a stranger who is said to have died: %s',
    async (as) => {
      const form = await filledForm(
        world,
        'mother01',
        'bereavement',
        { 'deceased.relation': as },
        'deceased',
        {
          'deceased.name': '某某',
          'deceased.residentId': STRANGER,
        },
      )
      expectNothing(form)
    },
  )

  it('opens no register about a spouse who lives', async () => {
    const form = await filledForm(
      world,
      'mother01',
      'bereavement',
      { 'deceased.relation': 'spouse' },
      'deceased',
      {},
    )
    expect(knownIn(form, 'deceased.residentId')).toBeDefined()
    expect(knownIn(form, 'deceased.birthDate')).toBeUndefined()
    expect(form.asked.map(({ resource }) => resource)).not.toContain('pension-account')
  })

  it('opens no register about a worker, neither for whoever employs nobody nor for another employer', async () => {
    const worker = { 'retiree.name': '某某', 'retiree.residentId': STRANGER, 'retiree.phone': '14009200008' }
    const employer = { 'situation.retirementBy': 'employer', 'situation.takeFund': 'yes' }
    expectNothing(await filledForm(world, 'mother01', 'retirement', employer, 'retiree', worker))
    const form = await filledForm(world, 'personnel', 'retirement', employer, 'retiree', worker)
    expectNothing(form, ['pension-account not-found'])
  })

  it('opens no register about a ward, neither for whoever has none nor for whoever has another', async () => {
    const guardian = { 'situation.disabledApplicant': 'guardian' }
    const ward = {
      'disabled.name': '某某',
      'disabled.residentId': STRANGER,
      'disabled.phone': '14009200008',
      'disabled.ethnicity': '01',
      'disabled.householdAddress': '云溪市清河区',
      'disabled.address': '云溪市清河区',
    }
    expectNothing(await filledForm(world, 'mother01', 'disability-services', guardian, 'person', ward))
    expectNothing(await filledForm(world, 'guardian', 'disability-services', guardian, 'person', ward))
  })

  it('opens no register about who lends the premises or minds the kitchen of a restaurant', async () => {
    const form = await filledForm(world, ...LENT, {
      'premises.ownerResidentId': STRANGER,
      'food.managerResidentId': STRANGER,
      'premises.ownerPhone': '14009200008',
    })
    expectNothing(form)
  })

  it('opens no register about who is to represent a company', async () => {
    const other = { 'opening.representativeIs': 'other' }
    const form = await filledForm(world, 'opener', 'company-opening', other, 'representative', {
      'enterprise.representativeResidentId': STRANGER,
      'enterprise.representativePhone': '14009200008',
    })
    expectNothing(form)
  })

  it('takes the place of one that was proven, and what was found with that goes', async () => {
    const who = await world.as('son')
    const before = await filledForm(
      world,
      'son',
      'bereavement',
      { 'deceased.relation': 'child' },
      'deceased',
      {},
    )
    expect(knownIn(before, 'deceased.pensionBalance')).toBe(1836500)
    const typed = { 'deceased.name': '某某', 'deceased.residentId': STRANGER }
    await saveAndLook(who, { draft: before.draft, step: 'deceased', ...typed })
    const after = await formSeen(who, before.draft, 'bereavement')
    expect(knownIn(after, 'deceased.pensionBalance')).toBeUndefined()
    expectNothing(after)
  })
})

describe('a relation that is proven', () => {
  it('by the record of the death opens the registers for the next of kin', async () => {
    const form = await filledForm(world, ...HEIR, {})
    expect(knownIn(form, 'deceased.residentId')).toBe('349902194601309027')
    expect(knownIn(form, 'deceased.diedOn')).toBe('2026-11-15')
    expect(knownIn(form, 'deceased.birthDate')).toBe('1946-01-30')
  })

  it('by the list of the insured opens them for the employer', async () => {
    const employer = { 'situation.retirementBy': 'employer' }
    const form = await filledForm(world, 'personnel', 'retirement', employer, 'retiree', {
      'retiree.name': '祝秋月',
      'retiree.residentId': '349901197603209027',
      'retiree.phone': '14009200008',
    })
    expect(knownIn(form, 'employer.name')).toBe('云溪织锦纺织有限公司')
    expect(knownIn(form, 'retiree.birthDate')).toBe('1976-03-20')
  })

  it('by the register of guardians opens them for the guardian', async () => {
    const guardian = { 'situation.disabledApplicant': 'guardian' }
    const form = await filledForm(world, 'guardian', 'disability-services', guardian, 'person', {
      'disabled.phone': '14009200008',
    })
    expect(knownIn(form, 'disabled.residentId')).toBe('349901201210089131')
    expect(knownIn(form, 'disabled.address')).toBeDefined()
  })

  it('by the register of investors opens them for a number that is typed and stands there', async () => {
    const form = await filledForm(world, ...LENT, {
      'premises.ownerResidentId': '349901197910059030',
      'food.managerResidentId': '349901198502279012',
      'premises.ownerPhone': '14009100003',
    })
    expect(knownIn(form, 'premises.ownerName')).toBe('贺云舟')
    expect(knownIn(form, 'premises.estateNo')).toBeDefined()
  })
})

describe('numbers that prove themselves only by the answer', () => {
  const EMPLOYER = { 'situation.retirementBy': 'employer' }

  it('are asked with five times a day, and the data office is told of the sixth', async () => {
    world.at('2026-11-24T09:00:00+08:00')
    const tryNumber = async (retiree: string) => {
      const typed = { 'retiree.name': '某某', 'retiree.residentId': retiree, 'retiree.phone': '14009200008' }
      const { asked } = await filledForm(world, 'personnel', 'retirement', EMPLOYER, 'retiree', typed)
      const tried = asked.find(({ resource }) => resource === 'pension-account')
      return `${tried?.outcome} ${tried?.fault}`
    }
    for (const number of STRANGERS.slice(0, 5)) expect(await tryNumber(number)).toBe('not-found ')
    expect(await tryNumber(STRANGERS[5] ?? '')).toBe('refused too-many-numbers')
    expect(await tryNumber(STRANGERS[0] ?? '')).toBe('not-found ')
    const office = await world.as('data')
    const { alerts } = await look(office, (reading) => board(reading, { period: 'today' }))
    expect(alerts.filter(({ kind }) => kind === 'many-numbers')).toMatchObject([{ detail: { numbers: 5 } }])
    world.at('2026-11-25T09:00:00+08:00')
    expect(await tryNumber(STRANGERS[5] ?? '')).toBe('not-found ')
  })
})
