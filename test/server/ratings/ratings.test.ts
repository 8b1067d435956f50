import { describe, expect, it } from 'vitest'
import { read } from '#db'
import { listNotices } from '#domain/notices/index.ts'
import * as ratings from '#domain/ratings/index.ts'
import { workOf } from '#domain/work/index.ts'
import { act, caseOf, make, rated, recordsOf, rectificationIn, refusalOf, see, world } from './rated.ts'

const good = (caseNo: string) => ({ caseNo, level: 5, tags: ['513'], text: '' })

describe('a rating', () => {
  it('is given once by the owner of a closed case, and shown to them', async () => {
    const { no } = await caseOf('lin')
    const page = await act('lin', (it) => ratings.rate(it, { ...good(no), tags: ['513', '513', '514'] }))
    expect(page.rating).toMatchObject({
      level: 5,
      tags: ['可以全程网上办理', '可以使用手机办理'],
      rectification: null,
    })
    expect(page.tags).toEqual([])
    expect((await refusalOf(act('lin', (it) => ratings.rate(it, good(no)))))?.code).toBe('already_rated')
  })

  it('of a double click is one rating', async () => {
    const { no } = await caseOf('lin')
    const two = await Promise.all([1, 2].map(() => refusalOf(act('lin', (it) => ratings.rate(it, good(no))))))
    expect(two.map((refusal) => refusal?.code).sort()).toEqual(['already_rated', undefined])
  })

  it.each([
    ['father', false, 'not_found'],
    ['counter', false, 'not_found'],
    ['lin', true, 'not_ready'],
  ])('by %s (case still open: %s) is refused: %s', async (login, open, code) => {
    const { no } = await caseOf('lin', open)
    expect((await refusalOf(act(login, (it) => ratings.rate(it, good(no)))))?.code).toBe(code)
  })

  it.each([[['513', '108']], [['nothing']]])('with tags %j of another level names the tags', async (tags) => {
    const { no } = await caseOf('lin')
    const refusal = await refusalOf(act('lin', (it) => ratings.rate(it, { ...good(no), tags })))
    expect(refusal?.detail.problems).toEqual([{ field: 'tags', code: 'tags_of_other_level' }])
  })

  it.each([
    [5, false],
    [4, false],
    [3, false],
    [2, true],
    [1, true],
  ])('of level %i opens a rectification: %s', async (level, opens) => {
    const { id } = await rated(level)
    const work = await workOf(read(), id)
    expect(work !== undefined).toBe(opens)
    if (opens) {
      expect(work).toMatchObject({
        unit: 'health-commission',
        state: 'opened',
        clockName: 'contact',
        dueDay: '2026-11-24',
      })
    }
  })
})

describe('the rater is protected', () => {
  it('the department sees level, tags and words, but neither name nor case', async () => {
    const { id, caseNo } = await rectificationIn('opened')
    const view = await see('health', (it) => ratings.readRectification(it, { id }))
    expect(view).toMatchObject({
      level: 1,
      tags: ['服务态度差效率低'],
      text: '跑了三趟',
      title: '生孩子',
      moves: ['contact'],
    })
    const name = (await world.as('lin')).actor
    const said = JSON.stringify([view, (await recordsOf(id)).work?.label, (await recordsOf(id)).work?.no])
    expect(said).not.toContain(caseNo)
    expect(said).not.toContain(name.kind === 'person' ? name.name : caseNo)
    expect((await recordsOf(id)).audit.map(({ verb }) => verb)).toContain('rectification.read')
  })

  it.each(['police', 'counter', 'hotline', 'father'])('%s sees nothing of it', async (login) => {
    const { id } = await rectificationIn('opened')
    const refusal = await refusalOf(see(login, (it) => ratings.readRectification(it, { id })))
    expect(refusal?.code).toBe('not_found')
  })
})

describe('putting it right', () => {
  it('shows the rater the answer, asks them to acknowledge it and tells them twice', async () => {
    const rating = await rectificationIn('answered')
    await world.runJobs()
    const { rating: given } = await see('lin', (it) => ratings.readRating(it, rating))
    expect(given).toMatchObject({
      answer: '已改正办事指南。',
      rectification: { state: 'answered', moves: ['acknowledge'] },
    })
    expect(given?.rectification?.timeline.map(({ note }) => note)).toContain('对不起，我们正在查。')
    const { rows } = await see('lin', (it) => listNotices(it, {}))
    const about = rows.filter(({ link }) => link === `/ratings/${rating.caseNo}`)
    expect(about.map(({ kind }) => kind).sort()).toEqual([
      'rectification_answered',
      'rectification_contacted',
    ])
    await ratings.handleRectificationNotice({ event: 'rectification.answer', workId: rating.id }, world.now())
    expect((await see('lin', (it) => listNotices(it, {}))).rows).toHaveLength(rows.length)
  })

  it('ends by itself only when the days to acknowledge it are over', async () => {
    const { id } = await rectificationIn('answered')
    await ratings.handleAcknowledgeDue({ workId: id }, Date.parse('2026-11-26T23:00:00+08:00'))
    expect((await recordsOf(id)).work?.state).toBe('answered')
    await ratings.handleAcknowledgeDue({ workId: id }, Date.parse('2026-11-27T00:00:01+08:00'))
    await ratings.handleAcknowledgeDue({ workId: id }, Date.parse('2026-11-27T00:00:02+08:00'))
    expect((await recordsOf(id)).work).toMatchObject({ state: 'closed', clock: 'stopped' })
  })

  it('is left alone when the rater was quicker than the clock', async () => {
    const rating = await rectificationIn('closed')
    await ratings.handleAcknowledgeDue({ workId: rating.id }, Date.parse('2026-12-27T00:00:00+08:00'))
    expect(
      (await recordsOf(rating.id)).audit.filter(({ verb }) => verb === 'rectification.acknowledge'),
    ).toHaveLength(1)
  })

  it('needs words to the rater', async () => {
    const { id } = await rectificationIn('fixing')
    const refusal = await refusalOf(act('health', (it) => ratings.answerRectification(it, { id, note: ' ' })))
    expect(refusal?.detail.problems).toEqual([{ field: 'note', code: 'missing' }])
  })
})

describe('the public figures', () => {
  it('count ratings, satisfied ones, bad ones and those put right', async () => {
    const before = await ratings.ratingFigures(read(), 'newborn')
    for (const level of [5, 4, 3, 2]) await rated(level)
    const bad = await rated(1)
    for (const move of ['contact', 'answer'] as const) await make(move, bad)
    const after = await ratings.ratingFigures(read(), 'newborn')
    expect(after).toEqual({
      count: before.count + 5,
      satisfied: before.satisfied + 3,
      bad: before.bad + 2,
      rectified: before.rectified + 1,
    })
    expect(await ratings.ratingFigures(read())).toEqual(after)
  })

  it('are nought for what nobody rated', async () => {
    expect(await ratings.ratingFigures(read(), 'nothing')).toEqual({
      count: 0,
      satisfied: 0,
      bad: 0,
      rectified: 0,
    })
  })
})
