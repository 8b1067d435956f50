import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { subjectKey } from '#domain/exchange/index.ts'
import { handleRefresh } from '#domain/forms/disputed.ts'
import { addRecord, registers } from '#server/connectors/exchange/city-registers.ts'
import { correctRegister } from '../../support/correct-register.ts'
import { filledForm, HEIR, formSeen, knownIn, type Form } from '../../support/filled-form.ts'
import { openWorld, type World } from '../../support/world.ts'

const NOON = '2026-11-23T12:00:00+08:00'
const FATHER = '349902199203110015'
const MOTHER01 = '349901199601150024'
const ANOTHER = { spouseName: '丁景和', spouseResidentId: '349901196607159018' }
const HER_HUSBAND = '349901195003129016'
const THE_MOTHER_WHO_DIED = '349902194601309027'
const EMPLOYEE = '349901197603209027'
const FIRM = '91349901MA9200013Y'
const GUARDIAN = '349901198402149122'
const INVESTOR = '349901197910059030'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at(NOON))

let undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo) each()
  undo = []
})

/** For one test a register says something else. */
function says(resource: string, key: string, field: string, value: string | boolean, was: string | boolean) {
  correctRegister(resource, key, field, value)
  undo.push(() => correctRegister(resource, key, field, was))
}

function askedOf({ asked }: Form): string[] {
  return asked.map(({ resource }) => resource)
}

const BIRTH = { 'situation.married': 'yes', 'situation.hasBirthCertificate': 'yes' }
const births = (login: string, relation: string) =>
  filledForm(world, login, 'newborn', { ...BIRTH, 'applicant.relation': relation }, 'applicant', {})
const retirement = () =>
  filledForm(world, 'personnel', 'retirement', { 'situation.retirementBy': 'employer' }, 'retiree', {
    'retiree.name': '祝秋月',
    'retiree.residentId': EMPLOYEE,
    'retiree.phone': '14009200008',
  })

describe('what is over opens nothing', () => {
  it('a marriage that was divorced', async () => {
    says('marriage', FATHER, 'status', 'divorced', 'married')
    const form = await births('father', 'father')
    expect(knownIn(form, 'mother.residentId')).toBeUndefined()
    expect(knownIn(form, 'marriage.certificateNo')).toBeUndefined()
    expect(askedOf(form)).not.toContain('birth')
  })

  it('a record of a death that does not stand, for the next of kin', async () => {
    says('death', THE_MOTHER_WHO_DIED, 'recorded', false, true)
    const typed = { 'deceased.name': '冉秀珍', 'deceased.residentId': THE_MOTHER_WHO_DIED }
    const form = await filledForm(world, ...HEIR, typed)
    const about = subjectKey({ kind: 'person', key: THE_MOTHER_WHO_DIED })
    expect(form.asked.filter(({ subject }) => subject === about)).toEqual([])
    expect(JSON.stringify(form.content.knowns)).not.toContain(THE_MOTHER_WHO_DIED)
  })

  it('a record of a death that does not stand, for the spouse, who is told of that and no more', async () => {
    says('death', HER_HUSBAND, 'recorded', false, true)
    const form = await filledForm(
      world,
      'widow',
      'bereavement',
      { 'deceased.relation': 'spouse' },
      'deceased',
      {},
    )
    expect(knownIn(form, 'deceased.deathRecorded')).toBe(false)
    for (const code of ['deceased.diedOn', 'deceased.deathCause', 'deceased.birthDate'])
      expect(knownIn(form, code)).toBeUndefined()
    expect(askedOf(form)).not.toContain('pension-account')
  })

  it('an employment that ended, or an employer who is insured no more', async () => {
    says('pension-account', EMPLOYEE, 'status', 'stopped', 'contributing')
    const employee = await retirement()
    expect(knownIn(employee, 'retiree.birthDate')).toBeUndefined()
    expect(askedOf(employee)).not.toContain('household')
    correctRegister('pension-account', EMPLOYEE, 'status', 'contributing')
    says('insured-units', FIRM, 'status', 'ended', 'insured')
    expect(knownIn(await retirement(), 'employer.handledCode')).toBeUndefined()
  })

  it('a guardianship that ended', async () => {
    says('guardianship', GUARDIAN, 'status', 'ended', 'standing')
    const guardian = { 'situation.disabledApplicant': 'guardian' }
    const typed = {
      'disabled.name': '池小舟',
      'disabled.residentId': '349901201210089131',
      'disabled.phone': '14009200008',
      'disabled.ethnicity': '01',
      'disabled.householdAddress': '云溪市清河区',
      'disabled.address': '云溪市清河区',
    }
    const form = await filledForm(world, 'guardian', 'disability-services', guardian, 'person', typed)
    expect(JSON.stringify(form.content.knowns)).not.toContain('349901201210089131')
    expect(askedOf(form)).not.toContain('household')
  })

  it('a birth of more than two years ago', async () => {
    const before = await births('father', 'father')
    const mother = String(knownIn(before, 'mother.residentId'))
    const born = String(knownIn(before, 'child.birthTime'))
    says('birth', mother, 'birthTime', '2024-11-22T06:42', born)
    expect(knownIn(await births('father', 'father'), 'child.birthTime')).toBeUndefined()
  })
})

it('who lends the premises is asked about for these, and not for all their property', async () => {
  const home = {
    estateNo: '皖（2011）云溪市不动产权第0099001号',
    address: '云溪市东山区望月路1号',
    usage: '住宅',
  }
  const row = { residentId: INVESTOR, divisionCode: '349902', area: 90, floor: 3, ...home }
  addRecord(registers(), 'estate', ['residentId'], row)
  const form = await filledForm(
    world,
    'restaurant',
    'restaurant',
    { 'premises.source': 'shareholder' },
    'people',
    {
      'premises.ownerResidentId': INVESTOR,
      'food.managerResidentId': '349901198502279012',
      'premises.ownerPhone': '14009100003',
    },
  )
  expect(form.content.choices ?? {}).toEqual({})
  expect(knownIn(form, 'premises.estateNo')).toBe('皖（2019）云溪市不动产权第0091002号')
  expect(form.pages).not.toContain(home.estateNo)
})

describe('a register that is put right', () => {
  const refresh = (person: string) =>
    handleRefresh(
      {
        resource: 'marriage',
        field: 'spouseResidentId',
        subject: subjectKey({ kind: 'person', key: person }),
      },
      Date.parse(NOON),
    )

  it('takes what was found of whom it does not name any more, with their children', async () => {
    const form = await births('father', 'father')
    const mother = String(knownIn(form, 'mother.residentId'))
    expect(knownIn(form, 'child.birthTime')).toBeDefined()
    says('marriage', FATHER, 'status', 'divorced', 'married')
    await refresh(FATHER)
    const after = await formSeen(await world.as('father'), form.draft, 'newborn')
    expect(JSON.stringify(after.content.knowns)).not.toContain(mother)
    for (const code of ['mother.name', 'mother.ethnicity', 'child.birthTime', 'household.no'])
      expect(knownIn(after, code)).toBeUndefined()
  })

  it('lets whom it names now be asked about, and nothing of the other stays', async () => {
    const form = await births('mother01', 'mother')
    const was = String(knownIn(form, 'father.residentId'))
    says('marriage', MOTHER01, 'spouseResidentId', ANOTHER.spouseResidentId, was)
    says('marriage', MOTHER01, 'spouseName', ANOTHER.spouseName, String(knownIn(form, 'father.name')))
    await refresh(MOTHER01)
    const after = await formSeen(await world.as('mother01'), form.draft, 'newborn')
    expect(knownIn(after, 'father.residentId')).toBe(ANOTHER.spouseResidentId)
    const about = subjectKey({ kind: 'person', key: ANOTHER.spouseResidentId })
    expect(after.asked.filter(({ subject }) => subject === about).map(({ resource }) => resource)).toContain(
      'population',
    )
    expect(String(knownIn(after, 'father.address'))).toContain('望月路66号')
  })

  it('is asked about the spouse who is on record, and says what it said', async () => {
    const form = await births('mother01', 'mother')
    await refresh(MOTHER01)
    const after = await formSeen(await world.as('mother01'), form.draft, 'newborn')
    for (const code of ['father.residentId', 'father.address', 'child.birthTime'])
      expect(knownIn(after, code)).toEqual(knownIn(form, code))
  })
})
