import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blind, close, open, read, sealBytes, transaction, unsealBytes, useKeys } from '#db'
import { people } from '#db/schema/identity.ts'
import { elsewhere } from './connections.ts'

const NAME = '阿卜杜热西提·买买提'
const RESIDENT_ID = '349900199001010017'
const old = randomBytes(32)
const fresh = randomBytes(32)
const index = randomBytes(32)

function useOldKey(): void {
  useKeys({ current: 'k1', keys: new Map([['k1', old]]), blind: index })
}

beforeAll(async () => {
  open(process.env.DATABASE_URL ?? '')
  useOldKey()
  await transaction((tx) =>
    tx.insert(people).values({
      id: 'p1',
      name: NAME,
      residentId: RESIDENT_ID,
      residentIdBlind: blind(RESIDENT_ID),
      phone: '13800001234',
      createdAt: 0,
    }),
  )
})
afterAll(close)

test('a sealed value is ciphertext in the database and plain in the product', async () => {
  const [stored] = await elsewhere('select name, resident_id, phone from people')
  const bytes = Buffer.concat(Object.values(stored ?? {}).map((value) => Buffer.from(value as Uint8Array)))
  for (const secret of [NAME, RESIDENT_ID, '13800001234']) expect(bytes.includes(secret)).toBe(false)
  const [person] = await read().select().from(people)
  expect(person).toMatchObject({ name: NAME, residentId: RESIDENT_ID, phone: '13800001234' })
})

test('the blind index finds a sealed value without showing it', async () => {
  const found = await read()
    .select({ id: people.id })
    .from(people)
    .where(eq(people.residentIdBlind, blind(RESIDENT_ID)))
  expect(found).toEqual([{ id: 'p1' }])
  expect(blind(RESIDENT_ID)).not.toContain(RESIDENT_ID)
})

test('the same value is sealed differently each time', () => {
  expect(sealBytes(Buffer.from('x'))).not.toEqual(sealBytes(Buffer.from('x')))
})

test('a changed byte is refused', () => {
  const sealed = sealBytes(Buffer.from('secret'))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(() => unsealBytes(sealed)).toThrow()
})

test('after a rotation the old key still opens what it sealed, and the new one seals', async () => {
  useKeys({
    current: 'k2',
    keys: new Map([
      ['k2', fresh],
      ['k1', old],
    ]),
    blind: index,
  })
  const [person] = await read().select().from(people)
  expect(person?.name).toBe(NAME)
  expect(sealBytes(Buffer.from('x')).subarray(1, 3).toString()).toBe('k2')
  useOldKey()
})

test('a value whose key is gone says which key it needs', () => {
  const sealed = sealBytes(Buffer.from('x'))
  useKeys({ current: 'k2', keys: new Map([['k2', fresh]]), blind: index })
  expect(() => unsealBytes(sealed)).toThrow('k1')
  useOldKey()
})
