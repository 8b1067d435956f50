import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { counterScreens } from '#db/schema/screens.ts'
import { look, perform } from '#domain/perform.ts'
import {
  clearScreen,
  endPairing,
  handleScreensTick,
  objectOnScreen,
  openCode,
  pairScreen,
  readScreenState,
  touchScreen,
} from '#domain/screens/index.ts'
import { screenFeed } from '#server/utils/live-screens.ts'
import { actorId } from '#shared/access/actor.ts'
import { openApi, type Api } from '../../support/api.ts'
import { desk, issued, NOON, pair, push, shown, world } from './screen.ts'

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

describe('pairing', () => {
  it('takes a code once, within minutes, and lasts for the day', async () => {
    world.at(NOON)
    const clerk = await world.as('counter')
    const stranger = await world.as('stranger')
    const { code } = await perform(clerk, openCode)
    expect(code).toMatch(/^\d{8}$/)
    const again = () => perform(stranger, (act) => pairScreen(act, { code }))
    const refused = { detail: { problems: [{ field: 'code', code: 'screen_code' }] } }
    const { key } = await perform(stranger, (act) =>
      pairScreen(act, { code: `${code.slice(0, 4)} ${code.slice(4)}` }),
    )
    await expect(again()).rejects.toMatchObject(refused)
    expect(await shown(key)).toMatchObject({ paired: true, shown: false, task: null })
    expect(await desk('counter')).toMatchObject({ paired: true })
    expect(await shown('another')).toMatchObject({ paired: false })
    expect(await shown('')).toMatchObject({ paired: false })
    world.at('2026-11-24T00:01:00+08:00')
    expect(await shown(key)).toMatchObject({ paired: false })
    world.at(NOON)
    const late = await perform(clerk, openCode)
    world.at('2026-11-23T10:05:01+08:00')
    await expect(perform(await world.as('stranger'), (act) => pairScreen(act, late))).rejects.toMatchObject(
      refused,
    )
    world.at(NOON)
  })

  it('lets the old screen go when another is paired, and when the clerk ends it', async () => {
    const old = await pair('counter')
    const key = await pair('counter')
    expect((await shown(old)).paired).toBe(false)
    await perform(await world.as('counter'), endPairing)
    expect((await shown(key)).paired).toBe(false)
    await expect(push('counter', { kind: 'rating' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'kind', code: 'screen_missing' }] },
    })
  })

  it('keeps neither code nor key as they are', async () => {
    const key = await pair('counter')
    const rows = JSON.stringify(await read().select().from(counterScreens))
    expect(rows).not.toContain(key)
  })
})

describe('what stands on a screen', () => {
  it('goes away by finishing, and after two minutes in which nobody touches it', async () => {
    const { no } = await issued('mother07')
    const key = await pair('counter')
    await push('counter', { kind: 'rating', caseNo: no })
    expect((await shown(key)).shown).toBe(true)
    await perform(await world.as('counter'), clearScreen)
    expect(await shown(key)).toMatchObject({ shown: false, task: null, thanks: null })

    await push('counter', { kind: 'rating', caseNo: no })
    world.at('2026-11-23T10:01:50+08:00')
    await perform(await world.as('stranger'), (act) => touchScreen(act, key))
    world.at('2026-11-23T10:03:49+08:00')
    expect((await shown(key)).shown).toBe(true)
    world.at('2026-11-23T10:03:50+08:00')
    expect(await shown(key)).toMatchObject({ shown: false, task: null })
    expect(await desk('counter')).toMatchObject({ task: null })
    await handleScreensTick({}, world.now())
    const [row] = await read().select().from(counterScreens)
    expect(row?.task).toBeNull()
    world.at(NOON)
  }, 60_000)

  it('tells the clerk when something is wrong', async () => {
    const key = await pair('counter')
    await push('counter', { kind: 'rating' })
    const { version, task } = await shown(key)
    const seen = task?.seen ?? ''
    await perform(await world.as('stranger'), (act) => objectOnScreen(act, key, { version, seen }))
    expect(await desk('counter')).toMatchObject({ outcome: 'wrong' })
    const state = await look(await world.as('stranger'), (reading) => readScreenState(reading, key))
    expect(state).toMatchObject({ paired: true, shown: false })
  })
})

describe('the screen over the network', () => {
  it('keeps its key in a cookie that no script reads', async () => {
    const { code } = await perform(await world.as('counter'), openCode)
    const { status, headers } = await api.post('/api/counter-screen/pairing', { code }, { form: true })
    const [cookie = ''] = headers.getSetCookie()
    expect([status, headers.get('location')]).toEqual([303, '/counter-screen'])
    expect(cookie).toMatch(/^yz_screen=[\w-]{43};.*HttpOnly/)
    const state = await api.get('/api/counter-screen/state', cookie.split(';')[0])
    expect(state.body).toMatchObject({ paired: true, shown: false })
    expect((await api.get('/api/counter-screen/state')).body).toMatchObject({ paired: false })
  })
})

describe('the desk', () => {
  it('is told once of what happened on its own screen', async () => {
    const feed = screenFeed()
    await feed(read(), world.now())
    await pair('counter')
    await push('counter', { kind: 'rating' })
    const told = await feed(read(), world.now())
    expect([...told]).toEqual([actorId((await world.as('counter')).actor)])
    expect([...(await feed(read(), world.now()))]).toEqual([])
  })
})
