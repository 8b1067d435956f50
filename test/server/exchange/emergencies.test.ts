import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { readCity } from '#db/city/load.ts'
import {
  askEmergency,
  decideEmergency,
  listEmergencies,
  lookUpInEmergency,
  lookupsAbout,
  subjectKey,
} from '#domain/exchange/index.ts'
import { look, perform } from '#domain/perform.ts'
import { openWorld, type World } from '../../support/world.ts'

const PERSON =
  readCity('db/city').accounts.accounts.find(({ login }) => login === 'mother01')?.residentId ?? ''
const REASON = '走失老人送到派出所，需要立即联系家人'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const ask = async (number = PERSON, resource = 'population') =>
  (await perform(await world.as('police'), (act) => askEmergency(act, { resource, number, reason: REASON })))
    .emergency
const decide = async (login: string, emergency: string, decision: 'confirm' | 'refuse' = 'confirm') =>
  perform(await world.as(login), (act) => decideEmergency(act, { emergency, decision }))
const lookUpAs = async (login: string, emergency: string) =>
  lookUpInEmergency(await world.as(login), { emergency })
const lineOf = async (login: string, id: string, shown = '') => {
  const view = await look(await world.as(login), (reading) => listEmergencies(reading, { shown }))
  return { line: view.lines.find((each) => each.id === id), view }
}

describe('an emergency look-up', () => {
  it('needs a second person, is made once, and stands in the log of whom it is about', async () => {
    const id = await ask()
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(decide('police', id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await lineOf('supervisor', id)).line).toMatchObject({ state: 'asked', moves: ['confirm'] })
    await decide('supervisor', id)
    await expect(decide('supervisor', id, 'refuse')).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(lookUpAs('civil', id)).rejects.toMatchObject({ code: 'not_found' })
    const { rows, shown } = await lookUpAs('police', id)
    expect(rows[0]?.map(({ value }) => value)).toContain(PERSON)
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const [logged] = await lookupsAbout(read(), subjectKey({ kind: 'person', key: PERSON }))
    expect(logged).toMatchObject({
      groundKind: 'emergency',
      ground: id,
      matterKind: 'desk',
      actorKind: 'staff',
    })
    const own = await lineOf('police', id, shown)
    expect(own.line).toMatchObject({ state: 'used', moves: [], about: expect.stringContaining('****') })
    expect(own.view.shown).toEqual(rows)
    expect((await lineOf('supervisor', id, shown)).view.shown).toBeNull()
  })

  it('is over when it was refused, or not made within half an hour', async () => {
    const refused = await ask()
    await decide('supervisor', refused, 'refuse')
    await expect(lookUpAs('police', refused)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const late = await ask()
    await decide('supervisor', late)
    world.at('2026-11-23T10:31:00+08:00')
    await expect(lookUpAs('police', late)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect((await lineOf('police', late)).line?.state).toBe('expired')
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('asks only what the department is granted, about somebody who is named by a real number', async () => {
    await expect(ask(PERSON, 'delivery-bill')).rejects.toMatchObject({ code: 'not_granted' })
    await expect(ask(`${PERSON.slice(0, 17)}${PERSON.endsWith('1') ? '2' : '1'}`)).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})
