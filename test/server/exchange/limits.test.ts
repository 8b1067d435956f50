import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeBreakers } from '#domain/exchange/breaker.ts'
import { lookUp } from '#domain/exchange/index.ts'
import { asking } from '#domain/perform.ts'
import { ExchangeError } from '#server/connectors/exchange/connector.ts'
import { systemActor } from '#shared/access/actor.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  failing,
  found,
  hang,
  loggedFor,
} from '../../support/registers-of-test.ts'
import { openWorld } from '../../support/world.ts'

const ID = '349901199001010010'
const who = asking(systemActor('test'))

beforeAll(async () => {
  await openWorld()
})

afterEach(closeBreakers)

describe('an answer that is kept', () => {
  it('serves its own matter again, and each use is in the log', async () => {
    const calls = answerWith(() => found({ name: '林知夏' }))
    const matter = birthMatter()
    const first = await askFor(aboutPerson(ID), matter)
    const again = await askFor(aboutPerson(ID), matter)
    expect(again).toMatchObject({ cached: true, outcome: 'found', rows: first.rows, at: first.at })
    expect(again.lookupId).not.toBe(first.lookupId)
    expect(calls).toHaveLength(1)
    expect((await loggedFor(matter)).map(({ cached, outcome }) => [cached, outcome])).toEqual([
      [false, 'found'],
      [true, 'found'],
    ])
  })

  it('serves no other matter, person, field or ground, and nobody who wants it afresh', async () => {
    const calls = answerWith(() => found({ name: '林知夏' }))
    const matter = birthMatter()
    await askFor(aboutPerson(ID), matter)
    await askFor(aboutPerson(ID), birthMatter())
    await askFor(aboutPerson('349901199001010029'), matter)
    await askFor(aboutPerson(ID, { wants: ['name'] }), matter)
    await askFor(aboutPerson(ID, { ground: { kind: 'law', words: '另一部法' } }), matter)
    await askFor(aboutPerson(ID, { fresh: true }), matter)
    expect(calls).toHaveLength(6)
  })

  it('is none when the register did not answer', async () => {
    const matter = birthMatter()
    answerWith(failing('unreachable'))
    await askFor(aboutPerson(ID), matter)
    answerWith(() => found({ name: '林知夏' }))
    expect((await askFor(aboutPerson(ID), matter)).outcome).toBe('found')
  })
})

describe('a resource that fails', () => {
  it('is not asked any more for a while, and the log says why', async () => {
    const calls = answerWith(failing('bad-answer'))
    await lookUp(
      who,
      birthMatter({ own: [ID] }),
      Array.from({ length: 20 }, () => aboutPerson(ID)),
    )
    expect(calls).toHaveLength(20)
    const matter = birthMatter()
    expect(await askFor(aboutPerson(ID), matter)).toMatchObject({
      outcome: 'unavailable',
      fault: 'breaker-open',
    })
    expect(calls).toHaveLength(20)
    expect(await loggedFor(matter)).toMatchObject([{ outcome: 'unavailable', fault: 'breaker-open' }])
  })
})

describe('a provider that asks to be left alone', () => {
  it('is left alone for as long as it says', async () => {
    const busy = new ExchangeError('limited', 'too many', 200)
    const calls = answerWith(({ resource }) => {
      if (resource === 'household' && calls.length === 1) throw busy
      return found({ no: '1' })
    })
    const ask = aboutPerson(ID, { resource: 'household', wants: ['no'] })
    expect((await askFor(ask)).fault).toBe('limited')
    expect((await askFor(ask)).fault).toBe('limited')
    expect(calls).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 220))
    expect((await askFor(ask)).outcome).toBe('found')
  })
})

describe('a hundred calls that hang', () => {
  it('keep nobody from another resource, take no more than their places, and all end in the log', async () => {
    let under = 0
    let most = 0
    answerWith(
      (call) => {
        if (call.resource !== 'population') return found({ certificateNo: 'J1' })
        most = Math.max(most, (under += 1))
        return hang(call).finally(() => (under -= 1))
      },
      { deadlineMs: 1500 },
    )
    const matters = Array.from({ length: 100 }, () => birthMatter())
    const hanging = Promise.all(matters.map((matter) => askFor(aboutPerson(ID), matter)))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const begun = performance.now()
    const other = await askFor(aboutPerson(ID, { resource: 'marriage', wants: ['certificateNo'] }))
    expect(other.outcome).toBe('found')
    expect(performance.now() - begun).toBeLessThan(1000)
    const answers = await hanging
    expect(most).toBe(32)
    // The breaker opened over those that hung: nobody who waited for a place was let in after them.
    expect(answers.every(({ outcome }) => outcome === 'unavailable')).toBe(true)
    expect(answers.filter(({ fault }) => fault === 'breaker-open').length).toBeGreaterThan(0)
    expect(under).toBe(0)
    const rows = (await Promise.all(matters.map(loggedFor))).flat()
    expect(rows).toHaveLength(100)
    expect(rows.every(({ outcome, answeredAt }) => outcome === 'unavailable' && answeredAt > 0)).toBe(true)
  })
})
