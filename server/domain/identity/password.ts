import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)
const COST = { N: 16_384, r: 8, p: 1 }
const BYTES = 32

/** A salted scrypt hash, with its cost: `scrypt$N$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, BYTES, COST)
  return `scrypt$${COST.N}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** Of a password nobody has: unknown logins take as long as known ones. */
const NOBODY = `scrypt$${COST.N}$AAAAAAAAAAAAAAAAAAAAAA$${Buffer.alloc(BYTES).toString('base64url')}`

/** Whether a password fits a hash; always does the work, also without a hash. */
export async function checkPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, cost, salt = '', hash = ''] = (stored ?? NOBODY).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), BYTES, { ...COST, N: Number(cost) })
  return stored !== undefined && timingSafeEqual(expected, given)
}
