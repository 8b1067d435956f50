import { beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '#domain/catalog/index.ts'
import type { LookupAnswer, LookupRequest, Matter } from '#domain/exchange/index.ts'
import type { RegisterRow } from '#server/connectors/exchange/connector.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  consentFor,
  found,
  LAW,
  loggedFor,
} from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

const APPLICANT = '349901199001010010'
const SPOUSE = '349901199002020028'
const STRANGER = '349901199003030037'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const draft = (over: Partial<Matter> = {}) => birthMatter({ own: [APPLICANT], ...over })
const MARRIAGE: LookupRequest = {
  ...aboutPerson(APPLICANT),
  resource: 'marriage',
  wants: ['spouseName', 'spouseResidentId'],
}

/** Asks, and tells how it ended and whether a register was reached. */
async function ending(request: LookupRequest, matter: Matter): Promise<Partial<LookupAnswer>> {
  const calls = answerWith(() => found({ name: '林知夏', address: '柳岸街道' }))
  const { outcome, fault, rows } = await askFor(request, matter)
  expect(calls).toHaveLength(outcome === 'found' ? 1 : 0)
  return { outcome, fault, rows }
}
const REFUSED = { outcome: 'refused', fault: 'no-relation', rows: [] }

/** The spouse's number with the exchange's word for it, as a marriage register gave it to a draft. */
async function spouseIn(matter: Matter): Promise<string> {
  answerWith(() => found({ spouseName: '何予安', spouseResidentId: SPOUSE }))
  const { vouchers } = await askFor(MARRIAGE, matter)
  return vouchers[SPOUSE] ?? ''
}

describe('a question of a draft about somebody else', () => {
  it('is refused whatever law is named, and stands in the log', async () => {
    const matter = draft()
    expect(await ending(aboutPerson(STRANGER), matter)).toEqual(REFUSED)
    expect((await loggedFor(matter)).at(-1)).toMatchObject({ fault: 'no-relation', fields: [] })
  })

  it('is refused on the applicant’s consent too', async () => {
    const matter = draft()
    const id = await consentFor(matter.id, ['population'])
    expect(await ending(aboutPerson(STRANGER, { ground: { kind: 'consent', id } }), matter)).toEqual(REFUSED)
    expect((await ending(aboutPerson(APPLICANT, { ground: { kind: 'consent', id } }), matter)).outcome).toBe(
      'found',
    )
  })

  it('is put with the word that a register named them, for that draft and that number alone', async () => {
    const matter = draft()
    const ground = { ...LAW, voucher: await spouseIn(matter) }
    expect((await ending(aboutPerson(SPOUSE, { ground }), matter)).outcome).toBe('found')
    expect(await ending(aboutPerson(STRANGER, { ground }), matter)).toEqual(REFUSED)
    expect(await ending(aboutPerson(SPOUSE, { ground }), draft())).toEqual(REFUSED)
    expect(await ending(aboutPerson(SPOUSE, { ground: { ...LAW, voucher: '' } }), draft())).toEqual(REFUSED)
  })

  it('is answered by no row about somebody else, whatever field was wanted', async () => {
    const foreign = { residentId: STRANGER, spouseName: '某某', spouseResidentId: SPOUSE }
    const calls = answerWith(() => found(foreign))
    const fresh = { ...MARRIAGE, fresh: true }
    expect(await askFor(fresh, draft())).toMatchObject({ fault: 'bad-answer', rows: [], vouchers: {} })
    expect(calls[0]?.fields).toEqual(['spouseName', 'spouseResidentId', 'residentId'])
    answerWith(() => found({ ...foreign, residentId: APPLICANT, spouseName: '何予安' }, foreign))
    expect(await askFor(fresh, draft())).toMatchObject({ outcome: 'found', rows: [{ spouseName: '何予安' }] })
  })

  it('is answered by no row about what is over, and with no word for whom it names', async () => {
    const married = { status: 'married', spouseName: '何予安', spouseResidentId: SPOUSE }
    const divorced = { status: 'divorced', spouseName: '某某', spouseResidentId: STRANGER }
    const chosen = { only: { status: 'married' } }
    const question = { ...MARRIAGE, wants: [...MARRIAGE.wants, 'status'], chosen }
    const matter = draft()
    answerWith(() => found(divorced, married))
    expect(await askFor(question, matter)).toMatchObject({ outcome: 'found', rows: [married] })
    expect(Object.keys((await askFor(question, matter)).vouchers)).toEqual([SPOUSE])
    expect((await loggedFor(matter)).map(({ outcome }) => outcome)).toEqual(['found', 'found'])
    answerWith(() => found(divorced))
    const after = await askFor({ ...question, fresh: true }, matter)
    expect(after).toMatchObject({ outcome: 'not-found', rows: [], vouchers: {} })
    expect((await loggedFor(matter)).at(-1)).toMatchObject({ outcome: 'not-found', fields: [] })
    expect(await askFor({ ...MARRIAGE, chosen }, draft())).toMatchObject({ outcome: 'not-found' })
  })

  it('about a place of theirs is answered by that place alone', async () => {
    const items = catalog()
      .one('lifeEvent', 'restaurant')
      .items.map(({ item }) => item)
    const premises = { estateNo: '1', address: '临溪路18号' }
    const home = { estateNo: '2', address: '望月路1号' }
    const question = {
      ...aboutPerson(APPLICANT),
      resource: 'estate',
      params: { residentId: APPLICANT, address: premises.address },
      wants: ['estateNo'],
      fresh: true,
    }
    answerWith(() => found(home, premises))
    expect((await askFor(question, draft({ items }))).rows).toEqual([{ estateNo: '1' }])
    answerWith(() => found(home))
    expect(await askFor(question, draft({ items }))).toMatchObject({ outcome: 'not-found', fault: '' })
  })

  it.each<[string, RegisterRow[]]>([
    ['does not say whom it is about', [{ residentId: '', spouseName: '某某' }]],
    ['holds half a register', Array.from({ length: 300 }, () => ({ spouseName: '某某' }))],
  ])('is not answered by what %s', async (_what, rows) => {
    answerWith(() => found(...rows))
    const answer = await askFor(MARRIAGE, draft())
    expect(answer).toMatchObject({ outcome: 'unavailable', fault: 'bad-answer', rows: [] })
  })

  it('is not tried with more numbers a day by trying them at once', async () => {
    const firm = '91349901MA9200013Y'
    const items = catalog()
      .one('lifeEvent', 'retirement')
      .items.map(({ item }) => item)
    const who = await world.as('personnel')
    const calls = answerWith(() => found())
    const endings = await Promise.all(
      Array.from({ length: 9 }, (_, i) =>
        askFor(
          aboutPerson('', {
            resource: 'pension-account',
            params: { residentId: `34990119900303003${i}`, employerCreditCode: firm },
            wants: catalog().one('resource', 'pension-account').outputs,
          }),
          draft({ items, own: [firm] }),
          who,
        ),
      ),
    )
    expect(calls).toHaveLength(5)
    expect(endings.filter(({ fault }) => fault === 'too-many-numbers')).toHaveLength(4)
  })

  it('is not put round about, by the number of a paper', async () => {
    expect(await ending({ ...MARRIAGE, params: { certificateNo: 'J1' } }, draft())).toEqual(REFUSED)
  })
})

describe('an organisation of others', () => {
  const matter = () => draft({ items: ['company-registration'] })
  const about = (wants: string[]): LookupRequest => ({
    key: 'parent',
    resource: 'enterprise',
    params: { creditCode: '91349901MA9200013Y' },
    wants,
    ground: LAW,
  })

  it('may be asked for what is published of it, and proves nothing', async () => {
    answerWith(() => found({ name: '云溪织锦纺织有限公司', creditCode: '91349901MA9200013Y' }))
    expect(await askFor(about(['name']), matter())).toMatchObject({ outcome: 'found', vouchers: {} })
  })

  it('may not be asked for who represents it', async () => {
    expect(await ending(about(['name', 'legalRepresentative']), matter())).toEqual(REFUSED)
  })
})
