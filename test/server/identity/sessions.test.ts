import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { readCity } from '#db/city/load.ts'
import { accounts, sessions } from '#db/schema/identity.ts'
import { actorOfToken, endAllSessions, signIn } from '#domain/identity/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { STRANGER, systemActor } from '#shared/access/actor.ts'
import { openApi, type Api } from '../../support/api.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
const { demoPassword } = readCity('db/city').accounts
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

describe('a session', () => {
  it('is a row with the hash of its token, and ends at once when it is revoked', async () => {
    const { token } = await signIn(asking(STRANGER, world.now()), {
      login: 'counter',
      password: demoPassword,
      address: '10.0.0.1',
    })
    const rows = await read().select().from(sessions)
    expect(rows.some((row) => row.id.includes(token))).toBe(false)
    const actor = await actorOfToken(read(), token, world.now())
    expect(actor.kind).toBe('staff')
    await perform(asking(systemActor('test'), world.now()), (act) =>
      endAllSessions(act, actor.kind === 'staff' ? actor.accountId : ''),
    )
    expect(await actorOfToken(read(), token, world.now())).toEqual(STRANGER)
  })

  it('ends after half an hour without a request', async () => {
    const { token } = await signIn(asking(STRANGER, world.now()), {
      login: 'police',
      password: demoPassword,
      address: '10.0.0.2',
    })
    expect((await actorOfToken(read(), token, world.now() + 29 * 60_000)).kind).toBe('staff')
    expect((await actorOfToken(read(), token, world.now() + 58 * 60_000)).kind).toBe('staff')
    expect((await actorOfToken(read(), token, world.now() + 89 * 60_000)).kind).toBe('stranger')
  })

  it('is not opened with a wrong password or for a login that does not exist, and both look the same', async () => {
    for (const [login, password] of [
      ['counter', 'wrong'],
      ['nobody', demoPassword],
    ] as const) {
      await expect(
        signIn(asking(STRANGER, world.now()), { login, password, address: '10.0.0.3' }),
      ).rejects.toMatchObject({ code: 'wrong_credentials' })
    }
  })

  it('is refused after too many wrong tries, even with the right password', async () => {
    const tries = Array.from({ length: 10 }, () =>
      signIn(asking(STRANGER, world.now()), { login: 'health', password: 'x', address: '10.0.0.4' }).catch(
        () => null,
      ),
    )
    await Promise.all(tries)
    await expect(
      signIn(asking(STRANGER, world.now()), { login: 'health', password: demoPassword, address: '10.0.0.4' }),
    ).rejects.toMatchObject({ code: 'too_many_tries' })
  })

  it('keeps passwords as salted scrypt hashes', async () => {
    const rows = await read().select({ secret: accounts.secret }).from(accounts)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every(({ secret }) => /^scrypt\$\d+\$[\w-]{22}\$[\w-]{43}$/.test(secret))).toBe(true)
  })

  it('is set in a cookie that scripts cannot read and other sites do not send', async () => {
    const { headers } = await api.post('/api/session', { login: 'lin', password: demoPassword })
    expect(headers.getSetCookie()[0]).toMatch(/^yz_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/i)
  })
})

describe('a posted form', () => {
  it('that comes after the session ended is kept, and given back to the same browser once', async () => {
    const posted = await api.post('/api/drafts/none/steps/s1', { 'child.name': '林小满' }, { form: true })
    expect(posted.status).toBe(303)
    expect(posted.headers.get('location')).toBe('/sign-in?back=%2Fsomewhere')
    const cookie = (posted.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const path = `/api/kept?action=${encodeURIComponent('/api/drafts/none/steps/s1')}`
    expect((await api.get(path, 'yz_browser=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).body.values).toEqual({})
    expect((await api.get(path, cookie)).body.values).toEqual({ 'child.name': '林小满' })
    expect((await api.get(path, cookie)).body.values).toEqual({})
  })

  it('never keeps a password', async () => {
    const posted = await api.post('/api/session', { login: 'lin', password: 'secret-typo' }, { form: true })
    const cookie = (posted.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const { body } = await api.get(`/api/kept?action=${encodeURIComponent('/api/session')}`, cookie)
    expect(body).toMatchObject({
      values: { login: 'lin' },
      problems: [{ field: 'password', code: 'wrong_credentials' }],
    })
    expect(JSON.stringify(body)).not.toContain('secret-typo')
  })

  it('with the same key makes one thing and gives the same answer', async () => {
    const cookie = await api.signIn('father', demoPassword)
    const key = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
    const post = () =>
      api.post('/api/drafts', { lifeEvent: 'newborn' }, { cookie, headers: { 'idempotency-key': key } })
    const [first, second] = [await post(), await post()]
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
  })
})
