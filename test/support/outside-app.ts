import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppGrant } from '#server/connectors/exchange/app-shape.ts'
import type { Credentials } from './outside-client.ts'

/** Another system that a test lets ask the portal. */
export interface TestApp {
  key: string
  grants: AppGrant[]
  perMinute?: number
  cipher?: 'AES-256-GCM' | 'SM4-CBC-HMAC-SM3'
  returnTo?: string
}

/**
 * Writes an exchange configuration that knows these systems beside the demo's own ways, and names it where the product
 * looks for it. Answers what each system was given. Call it before the product starts.
 */
export function configureApps(apps: readonly TestApp[]): Map<string, Omit<Credentials, 'now'>> {
  const config: object = JSON.parse(readFileSync('db/city/exchange.json', 'utf8'))
  const given = apps.map(({ key, cipher = 'AES-256-GCM' }) => {
    const sign = randomBytes(24).toString('hex')
    const seal = randomBytes(cipher === 'AES-256-GCM' ? 32 : 48).toString('base64')
    process.env[nameOf('SIGN', key)] = sign
    process.env[nameOf('SEAL', key)] = seal
    return [key, { key, sign, seal, cipher }] as const
  })
  const file = join(mkdtempSync(join(tmpdir(), 'exchange-')), 'exchange.json')
  const written = apps.map(({ key, grants, perMinute = 1000, cipher = 'AES-256-GCM', returnTo }) => ({
    key,
    name: { zh: `系统${key}`, en: `System ${key}` },
    unit: 'data-bureau',
    cipher,
    secrets: { sign: `env:${nameOf('SIGN', key)}`, seal: `env:${nameOf('SEAL', key)}` },
    perMinute,
    ...(returnTo && { returnTo }),
    grants,
  }))
  writeFileSync(file, JSON.stringify({ ...config, apps: written }))
  process.env.EXCHANGE_CONFIG = file
  return new Map(given)
}

function nameOf(what: string, key: string): string {
  return `TEST_APP_${what}_${key.toUpperCase().replaceAll('-', '_')}`
}
