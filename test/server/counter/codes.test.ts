import { beforeAll, describe, expect, it } from 'vitest'
import {
  confirmVisit,
  endVisit,
  identifyByCode,
  noteWrongCode,
  readCounter,
  showCode,
} from '#domain/counter/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { personOf } from '#domain/identity/index.ts'
import { read } from '#db'
import { Refusal } from '#shared/refusal.ts'
import { openWorld, type World } from '../../support/world.ts'
import { refusedBy } from '../queue/hall.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const shown = async (login: string) => perform(await world.as(login), showCode)
const take = (who: Asking, code: string) => perform(who, (act) => identifyByCode(act, { code }))
const there = async (who: Asking) => (await look(who, readCounter)).visit

/** So many seconds later. */
function later(seconds: number): void {
  world.at(new Date(world.now() + seconds * 1000).toISOString())
}

describe('the code that a person shows', () => {
  it('says at a counter who they are, scanned or typed, and to nobody who reads it', async () => {
    const clerk = await world.as('counter')
    const mother = await world.as('mother01')
    const person = await personOf(read(), mother.actor.kind === 'person' ? mother.actor.id : '')
    const code = await shown('mother01')
    expect(code.content).toMatch(/^[0-9A-Z]{60,70}$/)
    for (const secret of [person?.id.replaceAll('-', '').toUpperCase(), person?.residentId, person?.phone])
      expect(code.content + code.digits.replaceAll(' ', '')).not.toContain(secret)
    await take(clerk, code.content.toLowerCase())
    expect((await there(clerk))?.name).toBe(person?.name)
    const father = await shown('father')
    await take(clerk, `${father.digits}\n`)
    expect((await there(clerk))?.name).not.toBe(person?.name)
  })

  it('is good once, whether scanned or typed', async () => {
    const { content, digits } = await shown('mother01')
    await take(await world.as('counter'), content)
    for (const again of [content, digits])
      expect(await refusedBy(take(await world.as('counter2'), again))).toBe('person_code_used')
  })

  it('is good for one of many counters that take it at once', async () => {
    const { content } = await shown('mother01')
    const clerks = await Promise.all(['counter', 'counter2'].map((login) => world.as(login)))
    const taken = await Promise.allSettled([...clerks, ...clerks].map((clerk) => take(clerk, content)))
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is over after a minute, also long after it was forgotten', async () => {
    const first = await shown('mother01')
    later(55)
    const second = await shown('mother01')
    await take(await world.as('counter'), first.content)
    later(61)
    for (const code of [second.content, second.digits])
      expect(await refusedBy(take(await world.as('counter'), code))).toBe('person_code_over')
    later(3600)
    await shown('mother01')
    expect(await refusedBy(take(await world.as('counter'), second.content))).toBe('person_code_over')
    expect(await refusedBy(take(await world.as('counter'), second.digits))).toBe('person_code_wrong')
  })

  it('is refused when a single sign of it was changed, its end too', async () => {
    const { content } = await shown('mother01')
    for (let i = 2; i < content.length; i += 1) {
      const other = content[i] === '0' ? '1' : '0'
      const changed = content.slice(0, i) + other + content.slice(i + 1)
      expect(await refusedBy(take(await world.as('counter'), changed))).toBe('person_code_wrong')
    }
    await take(await world.as('counter'), content)
  })

  it('cannot be guessed: after twenty that were wrong a clerk waits', async () => {
    const clerk = await world.as('counter2')
    async function guess(code: string): Promise<string> {
      try {
        await take(clerk, code)
        return 'taken'
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await noteWrongCode(clerk, {}, error)
        return error.code
      }
    }
    for (let i = 0; i < 20; i += 1) expect(await guess('YZ00')).toBe('invalid_input')
    const { digits } = await shown('mother01')
    expect(await guess(digits)).toBe('too_many_tries')
    later(601)
    await take(await world.as('counter2'), (await shown('mother01')).digits)
  })

  it('tells the person where it was used, and lists it', async () => {
    const clerk = await world.as('counter')
    const { visit } = await take(clerk, (await shown('father')).content)
    const { rows } = await look(await world.as('father'), (reading) => listNotices(reading, {}))
    expect(rows[0]).toMatchObject({ kind: 'counter_identified', link: '/my/code' })
    expect((await shown('father')).visits[0]).toMatchObject({ id: visit, way: 'code', endedAt: 0 })
    await perform(clerk, (act) => endVisit(act, { visit }))
    expect((await shown('father')).visits[0]).toMatchObject({ id: visit, endedAt: world.now() })
    expect((await shown('mother01')).visits.map(({ id }) => id)).not.toContain(visit)
    expect(await refusedBy(confirmVisit(clerk, { visit, code: '000000' }))).toBe('not_found')
  })
})
