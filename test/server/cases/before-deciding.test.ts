import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { consents } from '#db/schema/exchange.ts'
import { revokeConsent } from '#domain/exchange/index.ts'
import { perform } from '#domain/perform.ts'
import { eq } from 'drizzle-orm'
import { openApi, type Api } from '../../support/api.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

const { demoPassword } = readCity('db/city').accounts

let world: World
let api: Api
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

it('what must be looked at outside the transaction is looked at by the route that sends', async () => {
  const who = await world.as('mother01')
  const cookie = await api.signIn('mother01', demoPassword)
  const send = (draft: string) =>
    api.post(
      `/api/drafts/${draft}/submission`,
      { declared: 'yes' },
      { cookie, headers: { 'idempotency-key': draft } },
    )
  const draft = await fillDraft(who)
  const [consent] = await read().select().from(consents).where(eq(consents.purpose, draft))
  await perform(who, (act) => revokeConsent(act, consent?.id ?? ''))
  expect(await send(draft)).toMatchObject({ status: 409, body: { refusal: 'consent_withdrawn' } })
  const other = await fillDraft(who)
  const first = await send(other)
  expect(first.status).toBe(200)
  expect((await send(other)).body).toEqual(first.body)
})
