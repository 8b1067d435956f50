import { beforeAll, describe, expect, it } from 'vitest'
import { revokeConsent } from '#domain/exchange/index.ts'
import { decideConsent, markBeforeSending, ownDraft, presentStep } from '#domain/forms/index.ts'
import { draftRow, updateContent } from '#domain/forms/store.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { Known } from '#shared/forms/draft.ts'
import { fillDraft } from '../../support/newborn.ts'
import { submit } from '../../support/submit.ts'
import { openWorld, type World } from '../../support/world.ts'

const NUMBER = 'child.birthCertificateNo'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const contentOf = async (who: Asking, draft: string) =>
  (await look(who, (reading) => ownDraft(reading, draft))).row.content
const pageOf = (who: Asking, draft: string, step = 'check') =>
  look(who, (reading) => presentStep(reading, { draft, step }))

/** Changes what is known of a draft behind the product's back. */
async function tamper(
  who: Asking,
  draft: string,
  change: (known: Known, code: string) => Known,
): Promise<void> {
  await perform(who, async (act) => {
    const row = await draftRow(act.tx, draft)
    if (!row) throw new Error('the draft is gone')
    row.content.knowns = Object.fromEntries(
      Object.entries(row.content.knowns).map(([code, known]) => [code, change(known, code)]),
    )
    await updateContent(act.tx, row, act.at)
  })
}

const unmarked = ({ mark: _mark, ...known }: Known): Known => known

describe('a draft whose consent is withdrawn just before it is sent', () => {
  it('comes back to the decision, which says why, and goes on when they agree anew', async () => {
    const who = await world.as('mother04')
    const draft = await fillDraft(who)
    const { consentId } = await contentOf(who, draft)
    await perform(who, (act) => revokeConsent(act, consentId ?? ''))
    // What follows from the withdrawal has not been done yet.
    await expect(submit(who, draft)).rejects.toMatchObject({ code: 'consent_withdrawn' })
    const view = await pageOf(who, draft)
    expect(view).toMatchObject({ step: 'consent', notices: [expect.stringContaining('撤回') as string] })
    expect((await contentOf(who, draft)).knowns[NUMBER]).toBeUndefined()
    await decideConsent(who, { draft, decision: 'agree' })
    expect((await contentOf(who, draft)).knowns[NUMBER]).toBeDefined()
    await world.runJobs()
    expect((await contentOf(who, draft)).knowns[NUMBER]).toBeDefined()
    await submit(who, draft)
  })
})

describe('a draft that holds what no source said', () => {
  it('comes back to the decision, which says why', async () => {
    const who = await world.as('mother05')
    const draft = await fillDraft(who)
    await tamper(who, draft, (known, code) => (code === NUMBER ? { ...known, value: 'T349900001' } : known))
    await expect(submit(who, draft)).rejects.toMatchObject({ code: 'facts_changed' })
    const view = await pageOf(who, draft)
    expect(view).toMatchObject({ step: 'consent', notices: [expect.stringContaining('不一致') as string] })
  })
})

describe('a draft that was filled in before there were marks', () => {
  it('is looked up once more, marked, and sent', async () => {
    const who = await world.as('mother06')
    const draft = await fillDraft(who)
    await tamper(who, draft, unmarked)
    await markBeforeSending(who, { draft })
    expect((await contentOf(who, draft)).knowns[NUMBER]).toMatchObject({ locked: true })
    expect((await contentOf(who, draft)).knowns[NUMBER]?.mark).toBeDefined()
    await submit(who, draft)
  })

  it('is not sent when a register now says otherwise', async () => {
    const who = await world.as('mother07')
    const draft = await fillDraft(who)
    await tamper(who, draft, (known, code) => ({
      ...unmarked(known),
      ...(code === NUMBER && { value: 'T349900001' }),
    }))
    await expect(submit(who, draft)).rejects.toMatchObject({ code: 'facts_changed' })
    expect((await contentOf(who, draft)).knowns[NUMBER]).toBeUndefined()
    await expect(submit(who, draft)).rejects.toMatchObject({ code: 'not_complete' })
  })
})
