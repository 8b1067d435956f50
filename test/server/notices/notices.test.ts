import { expect, it } from 'vitest'
import { listNotices, markRead, tell, unreadCount } from '#domain/notices/index.ts'
import { look, perform } from '#domain/perform.ts'
import { Refusal } from '#shared/refusal.ts'
import { openWorld } from '../../support/world.ts'

const world = await openWorld()
const [lin, father, counter] = [await world.as('lin'), await world.as('father'), await world.as('counter')]
const idOf = ({ actor }: typeof lin) => (actor.kind === 'person' ? actor.id : '')

const NAME = { zh: '生孩子', en: 'Having a baby' }

function send(to: typeof lin, key: string, at = world.now()): Promise<void> {
  return perform({ ...to, at }, (act) =>
    tell(act, idOf(to), 'case_sent', key, { no: 'T1', name: NAME }, '/cases/T1'),
  )
}

it('a message written twice with one key is one message, and each person has their own', async () => {
  await send(lin, 'a')
  await send(lin, 'a')
  await send(father, 'a')
  for (const who of [lin, father]) {
    expect((await look(who, (it) => listNotices(it, {}))).rows).toHaveLength(1)
    expect(await look(who, (it) => unreadCount(it.tx, idOf(who)))).toBe(1)
  }
})

it('names are said in the language of the page', async () => {
  const [zh] = (await look(lin, (it) => listNotices(it, {}))).rows
  const [en] = (await look({ ...lin, lang: 'en' }, (it) => listNotices(it, {}))).rows
  expect([zh?.params, en?.params]).toEqual([
    { no: 'T1', name: '生孩子' },
    { no: 'T1', name: 'Having a baby' },
  ])
})

it('opening a message marks it read and leads to its page; nobody opens another one’s', async () => {
  const [row] = (await look(lin, (it) => listNotices(it, {}))).rows
  const refused = await perform(father, (it) => markRead(it, { id: row?.id })).catch(
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(Refusal)
  expect(await perform(lin, (it) => markRead(it, { id: row?.id }))).toEqual({ link: '/cases/T1', unread: 0 })
  expect((await look(lin, (it) => listNotices(it, {}))).rows[0]?.unread).toBe(false)
  expect(await look(father, (it) => unreadCount(it.tx, idOf(father)))).toBe(1)
})

it('come newest first, page by page, and can all be marked read at once', async () => {
  for (let i = 1; i <= 32; i += 1) await send(lin, `n${i}`, world.now() + i)
  const first = await look(lin, (it) => listNotices(it, {}))
  const second = await look(lin, (it) => listNotices(it, { before: first.next ?? undefined }))
  expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 3, null])
  const moments = [...first.rows, ...second.rows].map(({ at }) => at)
  expect(moments).toEqual([...moments].sort((a, b) => b - a))
  expect(first.unread).toBe(32)
  expect(await perform(lin, (it) => markRead(it, {}))).toEqual({ link: '/my/messages', unread: 0 })
})

it('staff have no inbox of messages', async () => {
  await expect(look(counter, (it) => listNotices(it, {}))).rejects.toMatchObject({ code: 'not_allowed' })
})
