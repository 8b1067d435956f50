import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { read } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { ratings } from '#db/schema/ratings.ts'
import { counterSignatures } from '#db/schema/screens.ts'
import { workItems } from '#db/schema/work.ts'
import { decideItem, presentOwnCase } from '#domain/cases/index.ts'
import { presentStep } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import { readRating } from '#domain/ratings/index.ts'
import { handingOf, rateOnScreen } from '#domain/screens/index.ts'
import { assistTo } from '../../support/assisted.ts'
import { desk, DRAWN, issued, pair, personOf, push, shown, sign, world } from './screen.ts'

describe('an application that is filled in together', () => {
  it('is read whole, signed when it is right, and not when something else was meant', async () => {
    const mother = personOf('mother05')
    const clerk = await world.as('counter')
    const key = await pair('counter')
    const draft = await assistTo(clerk, mother, 'materials')
    await expect(push('counter', { kind: 'check', draft })).rejects.toMatchObject({ code: 'not_complete' })

    const { materials } = await look(clerk, (reading) => presentStep(reading, { draft, step: 'materials' }))
    const statement = materials.find(({ state }) => state === 'sign')
    if (statement) {
      await push('counter', { kind: 'statement', draft, material: statement.code })
      expect((await shown(key)).task).toMatchObject({ kind: 'statement', title: statement.name })
      await expect(sign(key, { name: '别人' })).rejects.toMatchObject({
        detail: { problems: [{ field: 'name', code: 'signature_other' }] },
      })
      await sign(key)
      const after = await look(clerk, (reading) => presentStep(reading, { draft, step: 'materials' }))
      expect(after.materials.find(({ code }) => code === statement.code)?.signature).toBe(mother.name)
    }

    const whole = await assistTo(clerk, mother, 'check')
    await push('counter', { kind: 'check', draft: whole })
    const view = await shown(key)
    expect(view.task).toMatchObject({ kind: 'check', name: mother.name })
    expect(JSON.stringify(view.task)).toContain('林小满')
    await expect(sign(key, { seen: 'of another page' })).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await sign(key)
    expect(await desk('counter')).toMatchObject({ outcome: 'done', task: { kind: 'check', subject: whole } })
    const [signature] = await read()
      .select()
      .from(counterSignatures)
      .where(eq(counterSignatures.subjectId, whole))
    expect(signature).toMatchObject({ what: 'check', signature: `${mother.name}\n${DRAWN}` })
    // Who is next sees a word of thanks and nothing else.
    expect(await shown(key)).toMatchObject({ task: null, thanks: 'signed' })
    await expect(sign(key)).rejects.toMatchObject({ code: 'changed_meanwhile' })
  }, 60_000)

  it('of another clerk cannot be shown', async () => {
    const draft = await assistTo(await world.as('counter'), personOf('mother06'), 'check')
    await pair('counter2')
    await expect(push('counter2', { kind: 'check', draft })).rejects.toMatchObject({ code: 'not_found' })
  }, 60_000)
})

describe('a document of a case', () => {
  it('is signed for, and its applicant sees since when', async () => {
    const { no } = await issued('mother11')
    const key = await pair('counter')
    const own = async () =>
      (await look(await world.as('mother11'), (reading) => presentOwnCase(reading, { no }))).documents
    const receipt = (await own()).find(({ kind }) => kind === 'receipt')
    expect(receipt?.signedOn).toBe('')
    await push('counter', { kind: 'receipt', caseNo: no, document: receipt?.id ?? '' })
    expect((await shown(key)).task).toMatchObject({ kind: 'receipt', title: receipt?.title })
    await sign(key)
    expect((await own()).find(({ id }) => id === receipt?.id)?.signedOn).toBe('2026-11-23')
    await expect(
      push('counter', { kind: 'receipt', caseNo: no, document: 'of-another-case' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  }, 60_000)
})

describe('a result at the counter', () => {
  it('is signed for by both, and the record says who took it', async () => {
    const { no, item } = await issued('mother08')
    const key = await pair('counter')
    await push('counter', { kind: 'delivery', item })
    expect((await shown(key)).task).toMatchObject({ kind: 'delivery', name: personOf('mother08').name })
    await expect(sign(key, { drawn: '' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'drawn', code: 'draw_missing' }] },
    })
    await sign(key)
    const clerk = await world.as('counter')
    const posted = { item, decision: 'deliver' as const, signing: 'screen' as const }
    const nobody = { name: '', drawn: '' }
    const other = await world.as('counter2')
    await expect(
      perform(other, (act) => handingOf(act, { ...posted, receiverSign: nobody })),
    ).rejects.toMatchObject({ detail: { problems: [{ field: 'signing', code: 'delivery_signature' }] } })
    const hand = (clerkSign: { name: string; drawn: string }) =>
      perform(clerk, async (act) =>
        decideItem(act, {
          item,
          decision: 'deliver',
          note: '',
          clerkSign,
          ...(await handingOf(act, { ...posted, receiverSign: nobody })),
        }),
      )
    await expect(hand(nobody)).rejects.toMatchObject({
      detail: { problems: [{ field: 'clerkSign', code: 'draw_missing' }] },
    })
    await hand({ name: '', drawn: 'M1 1L99 99' })
    const [row] = await read().select().from(cases).where(eq(cases.no, no))
    expect(row?.content.deliveries?.['bee-registration']).toMatchObject({
      mode: 'counter',
      by: 'applicant',
      signing: 'drawn',
      signed: { receiver: { drawn: DRAWN }, clerk: { drawn: 'M1 1L99 99' } },
    })
    await world.runJobs()
  }, 60_000)
})

describe('the rating after a visit', () => {
  const given = { level: 1, tags: ['115'], text: '等了很久' }

  it('is given once, by nobody in particular, and a bad one is put right by the clerk’s office', async () => {
    const key = await pair('counter')
    await push('counter', { kind: 'rating' })
    const { version, task } = await shown(key)
    expect(task).toMatchObject({ kind: 'rating', title: '窗口服务' })
    const rate = async (at: number) =>
      perform(await world.as('stranger'), (act) =>
        rateOnScreen(act, key, { version: at, seen: task?.seen ?? '', ...given }),
      )
    await rate(version)
    await expect(rate(version)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const [rating] = await read().select().from(ratings).where(eq(ratings.about, 'visit'))
    expect(rating).toMatchObject({ channel: 'counter', raterId: '', level: 1, unit: 'service-center' })
    const [work] = await read()
      .select()
      .from(workItems)
      .where(eq(workItems.id, rating?.id ?? ''))
    expect(work).toMatchObject({ kind: 'rectification', unit: 'service-center', state: 'opened' })
    const trail = await read()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, rating?.id ?? ''))
    expect(trail.map(({ verb }) => verb)).toContain('rating.give')
  })

  it('of a person who came for a case is theirs to read', async () => {
    const { no } = await issued('mother09')
    const key = await pair('counter')
    await push('counter', { kind: 'rating', caseNo: no })
    const { version, task } = await shown(key)
    await perform(await world.as('stranger'), (act) =>
      rateOnScreen(act, key, { version, seen: task?.seen ?? '', level: 5, tags: [], text: '' }),
    )
    const [rating] = await read().select().from(ratings).where(eq(ratings.level, 5))
    const caseNo = rating?.caseNo ?? ''
    const view = await look(await world.as('mother09'), (reading) => readRating(reading, { caseNo }))
    expect(view).toMatchObject({ visit: true, rating: { level: 5 } })
    await expect(
      look(await world.as('mother10'), (reading) => readRating(reading, { caseNo })),
    ).rejects.toMatchObject({ code: 'not_found' })
  }, 60_000)
})
