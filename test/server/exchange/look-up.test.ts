import { beforeAll, describe, expect, it, vi } from 'vitest'
import { transaction } from '#db'
import { lookUp, subjectKey, tellResource } from '#domain/exchange/index.ts'
import { catalog } from '#domain/catalog/index.ts'
import { grantFor } from '#domain/grants/index.ts'
import { asking } from '#domain/perform.ts'
import { ExchangeError } from '#server/connectors/exchange/connector.ts'
import { log } from '#server/utils/log.ts'
import { systemActor } from '#shared/access/actor.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  failing,
  found,
  hang,
  LAW,
  loggedFor,
} from '../../support/registers-of-test.ts'
import { openWorld } from '../../support/world.ts'

const ID = '349901199001010010'
const PERSON = { residentId: ID, name: '林知夏', gender: 'female', address: '云溪市清河区 1 号' }
const who = asking(systemActor('test'))

beforeAll(async () => {
  await openWorld()
})

describe('a look-up', () => {
  it('is in the log, durably, before the resource is asked, and settled before a value leaves', async () => {
    const matter = birthMatter({ no: '2026-1' })
    const seen: unknown[] = []
    answerWith(async () => {
      seen.push(...(await loggedFor(matter)))
      return found(PERSON)
    })
    const answer = await askFor(aboutPerson(ID), matter)
    expect(seen).toMatchObject([
      { id: answer.lookupId, outcome: 'asked', answeredAt: 0, fields: [], asked: ['name', 'address'] },
    ])
    expect(await loggedFor(matter)).toMatchObject([
      {
        subject: subjectKey({ kind: 'person', key: ID }),
        subjectKind: 'person',
        provider: 'public-security',
        matterNo: '2026-1',
        actorKind: 'system',
        groundKind: 'law',
        ground: LAW.words,
        outcome: 'found',
        fields: ['name', 'address'],
      },
    ])
  })

  it('is made in the name of the department whose item needs it, for the fields granted alone', async () => {
    const calls = answerWith(() => found({ ...PERSON, salary: 1 }))
    const answer = await askFor(aboutPerson(ID, { wants: ['name', 'salary'] }))
    // The number it is asked with is repeated, and goes no further.
    expect(calls[0]?.fields).toEqual(['name', 'residentId'])
    expect(calls[0]?.purpose.unit).not.toBe('')
    expect(answer.rows).toEqual([{ name: '林知夏' }])
  })

  it('stands under each department that it is made for, with the fields granted to that one', async () => {
    const matter = birthMatter({ own: [ID] })
    const { outputs } = catalog().one('resource', 'birth')
    const wants = outputs.filter((field) => field !== 'motherResidentId')
    const born = Object.fromEntries(wants.map((field) => [field, '1']))
    const calls = answerWith(() => found(born))
    const ask = aboutPerson(ID, { resource: 'birth', params: { motherResidentId: ID }, wants })
    expect((await askFor(ask, matter)).rows).toEqual([born])
    expect((await askFor(ask, matter)).cached).toBe(true)
    expect(calls).toHaveLength(1)
    const rows = await loggedFor(matter)
    expect(rows.flatMap(({ fields }) => fields).sort()).toEqual([...wants, ...wants].sort())
    const made = rows.filter(({ cached }) => !cached)
    expect(made).toMatchObject([{ unit: calls[0]?.purpose.unit }])
    expect(new Set(rows.map(({ unit }) => unit)).size).toBeGreaterThan(1)
    for (const { unit, item, asked, fields } of rows) {
      const [grant] = grantFor('birth', [item], '2026-11-23')
      expect(grant).toMatchObject({ unit, fields: expect.arrayContaining(asked) })
      expect(fields).toEqual(asked)
    }
  })

  it('passes on no field that was not asked for, whatever the register sends', async () => {
    answerWith(() => found(PERSON))
    expect((await askFor(aboutPerson(ID, { wants: ['name'] }))).rows).toEqual([{ name: '林知夏' }])
  })

  it('tells apart “not found”, several matches and “not to be had”', async () => {
    answerWith(() => found())
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'not-found', fault: '', rows: [] })
    answerWith(() => found(PERSON, { ...PERSON, name: '林之夏' }))
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'several', rows: [{}, {}] })
    answerWith(failing('bad-answer'))
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'unavailable', fault: 'bad-answer' })
  })

  it('stands under whom the matter is about when the question names nobody', async () => {
    answerWith(() => found({ clinic: '清河社区' }))
    const matter = birthMatter({ subject: { kind: 'person', key: ID } })
    await askFor(
      aboutPerson(ID, { resource: 'vaccination', params: { birthCertificateNo: 'A1' }, wants: ['clinic'] }),
      matter,
    )
    expect(await loggedFor(matter)).toMatchObject([{ subject: subjectKey({ kind: 'person', key: ID }) }])
  })

  it('does not wait for the slowest beyond the budget, and tells what comes later', async () => {
    let answerLate: (() => void) | undefined
    answerWith(({ resource }) =>
      resource === 'marriage'
        ? new Promise((resolve) => (answerLate = () => resolve(found({ certificateNo: 'J1' }))))
        : found(PERSON),
    )
    const matter = birthMatter({ own: [ID] })
    const late = Promise.withResolvers<unknown>()
    const begun = performance.now()
    const answers = await lookUp(
      who,
      matter,
      [aboutPerson(ID), aboutPerson(ID, { key: 'marriage', resource: 'marriage', wants: ['certificateNo'] })],
      { budgetMs: 150, late: async (answer) => late.resolve(answer) },
    )
    expect(performance.now() - begun).toBeLessThan(1500)
    expect(answers).toMatchObject([
      { key: 'person', outcome: 'found' },
      { key: 'marriage', outcome: 'unavailable', fault: 'timeout', rows: [] },
    ])
    answerLate?.()
    expect(await late.promise).toMatchObject({
      key: 'marriage',
      outcome: 'found',
      rows: [{ certificateNo: 'J1' }],
      lookupId: answers[1]?.lookupId,
    })
    const rows = await loggedFor(matter)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['found', 'found'])
  })

  it('gives up at the deadline of the resource, also when nobody lets go', async () => {
    answerWith(() => new Promise(() => {}), { deadlineMs: 60 })
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'unavailable', fault: 'timeout' })
    answerWith(hang, { deadlineMs: 60 })
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'unavailable', fault: 'timeout' })
  })

  it('asks once more when the way failed, under a new request id, and only then', async () => {
    let n = 0
    const calls = answerWith(() => {
      n += 1
      if (n === 1) throw new ExchangeError('unreachable', 'gone')
      return found(PERSON)
    })
    expect((await askFor(aboutPerson(ID))).outcome).toBe('found')
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(2)
    for (const fault of ['provider-refused', 'bad-signature', 'limited', 'maintenance'] as const) {
      const tried = answerWith(failing(fault))
      expect((await askFor(aboutPerson(ID))).fault).toBe(fault)
      expect(tried).toHaveLength(1)
    }
    const hopeless = answerWith(failing('unreachable'))
    expect((await askFor(aboutPerson(ID))).fault).toBe('unreachable')
    expect(hopeless).toHaveLength(2)
  })

  it('leaves a provider alone that says when it may be asked again', async () => {
    const ask = aboutPerson(ID, { resource: 'household', wants: ['address'] })
    const calls = answerWith(() => {
      throw new ExchangeError('provider-failed', 'later', 60_000)
    })
    expect((await askFor(ask)).fault).toBe('provider-failed')
    expect((await askFor(ask)).fault).toBe('limited')
    expect(calls).toHaveLength(1)
  })

  it('that fails by a bug is told in the log of the product, without what was said', async () => {
    const warn = vi.spyOn(log, 'warn')
    answerWith(() => {
      throw new TypeError('林知夏 is no address')
    })
    const answer = await askFor(aboutPerson(ID))
    const told = warn.mock.calls.map(([, fields]) => fields)
    warn.mockRestore()
    expect(answer.fault).toBe('exchange-failed')
    const place = expect.stringContaining('look-up.test.ts')
    expect(told[0]).toEqual({ resource: 'population', error: 'TypeError', place })
    expect(JSON.stringify(told)).not.toContain('林知夏')
  })

  it('is refused within a transaction, which it would wait for in vain', async () => {
    const calls = answerWith(() => found(PERSON))
    const within = transaction(() => askFor(aboutPerson(ID)))
    await expect(within).rejects.toThrow('within a transaction')
    expect(calls).toEqual([])
  })

  it('asks nobody during maintenance', async () => {
    const calls = answerWith(() => found(PERSON), { maintenance: [{ from: '00:00', to: '23:59' }] })
    expect(await askFor(aboutPerson(ID))).toMatchObject({ outcome: 'unavailable', fault: 'maintenance' })
    expect(calls).toEqual([])
  })
})

describe('telling a register', () => {
  const telling = {
    resource: 'household-entry',
    params: { 'mother.residentId': ID },
    requestId: 'r-1',
    item: 'household-registration',
    law: '户口登记条例',
  }

  it('is in the log before it is told, under the person it names, and keeps its request id', async () => {
    const matter = birthMatter({ kind: 'case' })
    const open: string[] = []
    const calls = answerWith(hang, {}, async () => {
      open.push(...(await loggedFor(matter)).map(({ outcome }) => outcome))
      return { residentId: '349901202611090028', secret: 'x' }
    })
    expect(await tellResource(who, matter, telling)).toEqual({ residentId: '349901202611090028' })
    expect(open).toEqual(['asked'])
    expect(calls[0]?.requestId).toBe('r-1')
    expect(await loggedFor(matter)).toMatchObject([
      { outcome: 'found', subject: subjectKey({ kind: 'person', key: ID }), item: telling.item },
    ])
  })

  it('is never tried twice by itself', async () => {
    const calls = answerWith(hang, {}, () => {
      throw new ExchangeError('unreachable', 'gone')
    })
    await expect(tellResource(who, birthMatter({ kind: 'case' }), telling)).rejects.toMatchObject({
      code: 'exchange_down',
    })
    expect(calls).toHaveLength(1)
  })

  it('needs a grant like a question does', async () => {
    const calls = answerWith(hang)
    await expect(
      tellResource(who, birthMatter({ kind: 'case' }), { ...telling, item: 'seal-filing' }),
    ).rejects.toMatchObject({ code: 'not_granted' })
    expect(calls).toEqual([])
  })
})
