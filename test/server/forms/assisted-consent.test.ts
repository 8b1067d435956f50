import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { read, transaction } from '#db'
import { consents, lookupLog } from '#db/schema/exchange.ts'
import { consentCodes, drafts } from '#db/schema/forms.ts'
import { notices } from '#db/schema/notices.ts'
import { hasInHands } from '#domain/cases/index.ts'
import { revokeConsent } from '#domain/exchange/index.ts'
import { readConsents } from '#domain/footprint/index.ts'
import {
  assistedDrafts,
  decideConsent,
  presentStep,
  saveAndLook,
  showStep,
  startDraft,
} from '#domain/forms/index.ts'
import { draftRow } from '#domain/forms/store.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { answerValidly } from '../../support/answer-validly.ts'
import { agreeTo, codesFor } from '../../support/agree.ts'
import { bundle } from '../../support/published.ts'
import { STRANGERS } from '../../support/strangers.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

/* A grid worker fills in for a widow whose name and number anybody may know. */

const WIDOW = { name: '乔玉兰', residentId: '349901195308209025' }

let world: World
let grid: Asking
let widow: Asking
let draft: string
let noon = Date.parse('2026-11-23T10:00:00+08:00')
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  // So many codes are sent a day.
  noon += 86_400_000 + 60_000
  at(0)
  grid = await world.as('grid')
  widow = await world.as('widow')
  const situations = { ...fullestAnswers(bundle('bereavement')), 'deceased.relation': 'spouse' }
  const start = { lifeEvent: 'bereavement', fresh: true, ...WIDOW, ...situations }
  draft = (await perform(grid, (act) => startDraft(act, start))).draft
})

function at(minutes: number): void {
  world.at(new Date(noon + minutes * 60_000).toISOString())
}

const decide = (who: Asking, decision: 'agree' | 'decline' | 'code', code?: string) =>
  decideConsent(who, { draft, decision, code })
const open = async (step = 'consent') => showStep(await world.as('grid'), { draft, step })
const codes = () => codesFor(grid, draft)
const refused = (code: string) => ({
  code: 'invalid_input',
  detail: { problems: [{ field: 'code', code }] },
})
const lookedUp = async () =>
  Object.values((await draftRow(read(), draft))?.content.knowns ?? {}).filter(
    ({ source }) => source.kind === 'exchange',
  ).length
const given = () => read().select().from(consents).where(eq(consents.purpose, draft))
/** Another code than this. */
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('a consent through staff who fill in', () => {
  it('is none by a click: nothing is looked up, and the person hears that somebody began', async () => {
    await open()
    await expect(decide(grid, 'agree')).rejects.toMatchObject(refused('code_missing'))
    expect(await given()).toEqual([])
    expect(await lookedUp()).toBe(0)
    const { rows } = await look(widow, (reading) => listNotices(reading, {}))
    expect(rows.filter(({ kind, link }) => kind === 'draft_begun' && link.includes(draft))).toHaveLength(1)
  })

  it('is given with the code that the person was sent, and her list says by whom', async () => {
    await open()
    const [code = ''] = await codes()
    expect(code).toMatch(/^\d{6}$/)
    await decide(grid, 'agree', ` ${code.slice(0, 3)} ${code.slice(3)}`)
    expect(await lookedUp()).toBeGreaterThan(0)
    expect(await given()).toMatchObject([{ proof: 'code', givenBy: `staff:${staffId()}` }])
    const [newest] = await look(widow, readConsents)
    expect(newest?.by).toMatchObject({ kind: 'post', title: '网格员（帮办代办）' })
  })

  it('is given by the person in her own account as well', async () => {
    await decide(widow, 'agree')
    expect(await given()).toMatchObject([{ proof: 'account' }])
    expect(await lookedUp()).toBeGreaterThan(0)
    expect((await look(widow, readConsents))[0]?.by).toEqual({ kind: 'self' })
  })

  it('needs a new code once it was taken back', async () => {
    await open()
    const [code = ''] = await codes()
    await decide(grid, 'agree', code)
    const [{ id = '' } = {}] = await given()
    await perform(widow, (act) => revokeConsent(act, id))
    await world.runJobs()
    expect(await lookedUp()).toBe(0)
    at(1)
    await expect(decide(await world.as('grid'), 'agree', code)).rejects.toMatchObject(refused('code_over'))
    await open()
    const [fresh = ''] = await codes()
    await decide(await world.as('grid'), 'agree', fresh)
    expect(await lookedUp()).toBeGreaterThan(0)
  })

  it('is declined without any code, and goes on by typing', async () => {
    const { next } = await decide(grid, 'decline')
    expect(next).not.toBe('consent')
  })
})

describe('a code', () => {
  it('is tried five times, then it takes a new one, however right it is', async () => {
    await open()
    const [code = ''] = await codes()
    for (let i = 0; i < 5; i += 1)
      await expect(decide(grid, 'agree', wrong(code))).rejects.toMatchObject(refused('code_wrong'))
    await expect(decide(grid, 'agree', code)).rejects.toMatchObject(refused('code_over'))
    await open()
    expect(await codes()).not.toEqual([code])
  })

  it('counts for ten minutes, is not sent twice meanwhile, and not by whoever is not staff', async () => {
    await open()
    await open()
    const sent = await codes()
    await expect(decide(widow, 'code')).rejects.toMatchObject({ code: 'not_allowed' })
    at(10)
    await expect(decide(await world.as('grid'), 'agree', sent[0])).rejects.toMatchObject(refused('code_over'))
    const own = await read().select().from(consentCodes).where(eq(consentCodes.draft, draft))
    expect(own).toHaveLength(1)
  })

  it('agrees to what was shown then: other answers to the questions take another one', async () => {
    await open()
    const [code = ''] = await codes()
    const shown = (await open()).lookups
    await saveAndLook(grid, { draft, step: 's1', 'deceased.relation': 'child' })
    expect((await open()).lookups).not.toEqual(shown)
    await expect(decide(grid, 'agree', code)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await given()).toEqual([])
  })

  it('is replaced by another one when that is asked for, ten times a day at most', async () => {
    await open()
    const [first = ''] = await codes()
    for (let i = 1; i < 10; i += 1) {
      at(i)
      await decide(await world.as('grid'), 'code')
    }
    const [newest = ''] = await codes()
    const now = await world.as('grid')
    await expect(decide(now, 'code')).rejects.toMatchObject(refused('codes_many'))
    if (first !== newest)
      await expect(decide(now, 'agree', first)).rejects.toMatchObject(refused('code_wrong'))
    await decide(now, 'agree', newest)
    expect(await lookedUp()).toBeGreaterThan(0)
  })

  it('stands nowhere to be read but in the inbox', async () => {
    await open()
    const [code = ''] = await codes()
    const own = await read().select().from(consentCodes).where(eq(consentCodes.draft, draft))
    const rows = await read()
      .select()
      .from(notices)
      .where(and(eq(notices.kind, 'consent_code'), eq(notices.link, `/apply/${draft}/consent`)))
    expect(rows).toHaveLength(1)
    expect(own.map(({ hash }) => hash).join()).not.toContain(code)
    expect(JSON.stringify(rows.map(({ params }) => params))).not.toContain(code)
  })

  it('of a draft of somebody else does not exist', async () => {
    const other = await world.as('counter2')
    await expect(decideConsent(other, { draft, decision: 'code' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a form at a counter', () => {
  it('is closed to the clerk after a day, and stays open to the person', async () => {
    at(24 * 60 - 1)
    await expect(open('s1')).resolves.toHaveProperty('step')
    at(24 * 60)
    await expect(open('s1')).rejects.toMatchObject({ code: 'not_found' })
    const listed = await look(await world.as('grid'), assistedDrafts)
    expect(listed.map(({ id }) => id)).not.toContain(draft)
    await expect(showStep(await world.as('widow'), { draft, step: 's1' })).resolves.toHaveProperty('step')
  })

  it('is in the hands of the clerk for that day, until it is sent; of others never', async () => {
    const isHeld = async (login: string) =>
      hasInHands(await world.as(login), { kind: 'draft', id: draft, no: '', items: [], own: [] })
    expect([await isHeld('grid'), await isHeld('counter2')]).toEqual([true, false])
    at(24 * 60)
    expect(await isHeld('grid')).toBe(false)
    at(1)
    expect(await isHeld('grid')).toBe(true)
    await transaction((tx) => tx.update(drafts).set({ state: 'sent' }).where(eq(drafts.id, draft)))
    expect(await isHeld('grid')).toBe(false)
  })

  it('asks with five numbers a day that nothing proves, as people do', async () => {
    const start = {
      ...fullestAnswers(bundle('retirement')),
      'situation.retirementBy': 'employer',
      lifeEvent: 'retirement',
      fresh: true,
      name: '习文静',
      residentId: '34990119880416902X',
    }
    const form = (await perform(grid, (act) => startDraft(act, start))).draft
    await agreeTo(grid, form)
    for (const number of STRANGERS)
      await saveAndLook(grid, {
        draft: form,
        step: 'retiree',
        'retiree.name': '某某',
        'retiree.residentId': number,
        'retiree.phone': '14009200008',
      })
    const rows = await read().select().from(lookupLog).where(eq(lookupLog.matterId, form))
    const tried = rows.filter(({ resource }) => resource === 'pension-account')
    expect(tried.map(({ fault }) => fault).sort()).toEqual(['', '', '', '', '', 'too-many-numbers'])
  })
})

describe('what an account knows', () => {
  const PHONE = '14009200002'

  it('is not given back to staff in full, stays when they leave it empty, and is to the person', async () => {
    await decide(grid, 'decline')
    const page = bundle('bereavement').lifeEvent.pages.find(({ elements }) =>
      elements.includes('applicant.phone'),
    )
    const step = page?.code ?? ''
    const on = async (who: Asking) =>
      look(who, (reading) => presentStep(reading, { draft, step, correct: 'applicant.phone' }))
    for (let i = 0; i < 20 && (await on(grid)).step !== step; i += 1) await answerValidly(grid, draft, {}, 1)
    expect(JSON.stringify(await on(grid))).not.toContain(PHONE)
    await saveAndLook(grid, { draft, step, 'applicant.phone': '' })
    const view = await on(widow)
    expect(view.fields.find(({ name }) => name === 'applicant.phone')?.value).toBe(PHONE)
  })
})

function staffId(): string {
  return grid.actor.kind === 'staff' ? grid.actor.id : ''
}
