import { beforeAll, describe, expect, it } from 'vitest'
import { sendCase } from '#domain/cases/index.ts'
import { decideConsent, presentStep, saveAndLook, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { FactView } from '#shared/forms/view.ts'
import { answerValidly } from '../../support/answer-validly.ts'
import { bundle } from '../../support/published.ts'
import { walkToCheck } from '../../support/walk.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const FATHER = { 'deceased.name': '方守仁', 'deceased.residentId': '349901195003129016' }
const stepOf = (who: Asking, draft: string, step: string) =>
  look(who, (reading) => presentStep(reading, { draft, step }))

/** What registers say about somebody once they know who died. */
const ABOUT_THE_DECEASED = /^deceased\.(?!name$|residentId$)/u

/** A son who has agreed to the look-ups and stands at the page that asks who died. */
async function atDeceased(who: Asking): Promise<string> {
  const { draft } = await perform(who, (act) =>
    startDraft(act, {
      lifeEvent: 'bereavement',
      fresh: true,
      ...fullestAnswers(bundle('bereavement')),
      'deceased.relation': 'child',
    }),
  )
  await decideConsent(who, { draft, decision: 'agree' })
  return draft
}

async function knownAbout(who: Asking, draft: string): Promise<FactView[]> {
  const pages = await Promise.all(['registered', 'death', 'accounts'].map((step) => stepOf(who, draft, step)))
  return pages.flatMap(({ facts }) => facts).filter(({ element }) => ABOUT_THE_DECEASED.test(element))
}

describe('what is typed on a page', () => {
  it('is looked up with before the next page is drawn, each fact with its source', async () => {
    const who = await world.as('personnel')
    const { draft } = await perform(who, (act) =>
      startDraft(act, {
        lifeEvent: 'retirement',
        fresh: true,
        ...fullestAnswers(bundle('retirement')),
        'situation.retirementBy': 'employer',
      }),
    )
    await decideConsent(who, { draft, decision: 'agree' })
    const worker = { 'retiree.name': '祝秋月', 'retiree.residentId': '349901197603209027' }
    await saveAndLook(who, { draft, step: 'retiree', ...worker, 'retiree.phone': '14009200008' })
    const known = (await stepOf(who, draft, 'insurance')).facts
    expect(known.length).toBeGreaterThan(3)
    expect(known.every(({ source }) => source !== '')).toBe(true)
  })

  it('takes with it what was found about somebody else, when it is changed', async () => {
    const who = await world.as('son')
    const draft = await atDeceased(who)
    await saveAndLook(who, { draft, step: 'deceased', ...FATHER })
    await saveAndLook(who, {
      draft,
      step: 'deceased',
      'deceased.name': '张三',
      'deceased.residentId': '34990119900101001X',
    })
    expect(await knownAbout(who, draft)).toEqual([])
    await saveAndLook(who, { draft, step: 'deceased', ...FATHER })
    expect((await knownAbout(who, draft)).length).toBeGreaterThan(3)
  })

  it('is looked up with by nobody who has declined', async () => {
    const who = await world.as('son')
    const draft = await atDeceased(who)
    await decideConsent(who, { draft, decision: 'decline' })
    await saveAndLook(who, { draft, step: 'deceased', ...FATHER })
    expect(await knownAbout(who, draft)).toEqual([])
  })
})

describe('what was given in an earlier application', () => {
  const ADDRESS = '云溪市清河区柳岸街道 12 号'
  const factOf = async (who: Asking, draft: string) => {
    const { facts, fields } = await stepOf(who, draft, 'delivery')
    return { facts: facts.map(({ element }) => element), fields: fields.map(({ name }) => name) }
  }

  it('is used in the next one, with its source, and can be changed; of others nothing is', async () => {
    const who = await world.as('mother01')
    const first = await walkToCheck(who, 'newborn', {
      ...fullestAnswers(bundle('newborn')),
      'delivery.mode': 'post',
      'delivery.address': ADDRESS,
    })
    expect((await factOf(who, first)).fields).toContain('delivery.mode')
    await perform(who, (act) => sendCase(act, { draft: first }))
    await world.runJobs()

    const { draft } = await perform(who, (act) => startDraft(act, { lifeEvent: 'newborn' }))
    await answerValidly(who, draft, fullestAnswers(bundle('newborn')))
    const { facts, fields } = await stepOf(who, draft, 'delivery')
    expect(facts.find(({ element }) => element === 'delivery.mode')).toMatchObject({ correctable: true })
    expect(facts.find(({ element }) => element === 'delivery.address')?.value).toContain('柳岸街道')
    expect(facts.every(({ source }) => source !== '')).toBe(true)
    expect(fields).toEqual([])

    const other = await world.as('mother03')
    const theirs = await walkToCheck(other, 'newborn', fullestAnswers(bundle('newborn')))
    expect((await factOf(other, theirs)).fields).toContain('delivery.mode')
  })
})
