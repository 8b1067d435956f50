import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRing } from '#db'
import { now } from '#domain/clock.ts'
import { makeSigningIdentity } from '#domain/certificates/index.ts'

/** Everything that must stay secret. */
export interface Secrets {
  keys: KeyRing
  signing: { privateKeyPem: string; certificatePem: string }
}

const NAMES = ['SEAL_KEYS', 'INDEX_KEY', 'SIGNING_KEY', 'SIGNING_CERTIFICATE'] as const
type Raw = Record<(typeof NAMES)[number], string>

/**
 * The secrets from the environment. Only the demo may make its own, kept in the data folder; a city without one of
 * them does not start.
 * @throws Error naming what is missing
 */
export function readSecrets(): Secrets {
  const given = NAMES.filter((name) => process.env[name])
  if (given.length === NAMES.length)
    return toSecrets(Object.fromEntries(NAMES.map((name) => [name, process.env[name] ?? ''])) as Raw)
  const missing = NAMES.filter((name) => !process.env[name])
  if (process.env.YIZHAN_MODE === 'city' || given.length > 0) {
    throw new Error(`refusing to start: ${missing.join(', ')} not set. See docs/operations.md, "Secrets".`)
  }
  return toSecrets(demoSecrets())
}

function demoSecrets(): Raw {
  const folder = process.env.DATA_DIR ?? '.data'
  const file = join(folder, 'demo-secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Raw
  const identity = makeSigningIdentity({ commonName: '云溪市电子证照（演示）', at: now() })
  const raw: Raw = {
    SEAL_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    SIGNING_KEY: identity.privateKeyPem,
    SIGNING_CERTIFICATE: identity.certificatePem,
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(raw, null, 2), { mode: 0o600 })
  return raw
}

/** `SEAL_KEYS` is a list `id:base64,…`, the current key first. */
function toSecrets(raw: Raw): Secrets {
  const keys = raw.SEAL_KEYS.split(',').map((entry) => {
    const [id = '', key = ''] = entry.split(':')
    return [id, keyOf('SEAL_KEYS', key)] as const
  })
  return {
    keys: { current: keys[0]?.[0] ?? '', keys: new Map(keys), blind: keyOf('INDEX_KEY', raw.INDEX_KEY) },
    signing: { privateKeyPem: raw.SIGNING_KEY, certificatePem: raw.SIGNING_CERTIFICATE },
  }
}

function keyOf(name: string, base64: string): Buffer {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32)
    throw new Error(`refusing to start: a key in ${name} does not have 32 bytes in base64`)
  return key
}
