import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { openApi, routes, type Api } from '../../support/api.ts'
import { openWorld } from '../../support/world.ts'
import { MATRIX, WHO, type Who } from './matrix.ts'

let api: Api
const cookies = new Map<Who, string>()

beforeAll(async () => {
  await openWorld()
  api = await openApi()
  const { demoPassword } = readCity('db/city').accounts
  for (const [who, login] of Object.entries(WHO)) {
    cookies.set(who as Who, login ? await api.signIn(login, demoPassword) : '')
  }
})
afterAll(() => api.close())

/** A form from a page would be sent to sign in; a file's link too. */
function isTurnedAway(status: number, location: string | null): boolean {
  return status === 401 || status === 403 || (location?.includes('/sign-in') ?? false)
}

describe('the access matrix', () => {
  it('has a row for every route, and no row without a route', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(
      routes()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    )
  })

  for (const [row, allowed] of Object.entries(MATRIX)) {
    const [method = '', path = ''] = row.split(' ')
    // Ending a session would end it for the rows that follow; what it needs to be is tested with sessions.
    const names = Object.keys(WHO).filter(
      (who) => !(row === 'POST /api/session/end' && who !== 'stranger'),
    ) as Who[]
    it(`${row} opens for ${allowed.length === Object.keys(WHO).length ? 'everybody' : allowed.join(', ')} only`, async () => {
      const address = path.replace(/:\w+/g, 'none')
      for (const who of names) {
        const cookie = cookies.get(who) ?? ''
        const { status, headers } =
          method === 'GET' ? await api.get(address, cookie) : await api.post(address, {}, { cookie })
        const turnedAway = isTurnedAway(status, headers.get('location'))
        const wrongPassword = row === 'POST /api/session'
        expect({ who, turnedAway: turnedAway && !wrongPassword }).toEqual({
          who,
          turnedAway: !allowed.includes(who),
        })
      }
    })
  }

  it('refuses a change asked for by another site, whoever is signed in', async () => {
    const cookie = cookies.get('person') ?? ''
    const { status, body } = await api.post(
      '/api/drafts',
      { lifeEvent: 'newborn' },
      { cookie, headers: { origin: 'https://elsewhere.example' } },
    )
    expect([status, body.refusal]).toEqual([403, 'foreign_origin'])
  })
})
