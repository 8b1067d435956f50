import { readFileSync } from 'node:fs'

/** Where a secret stands: `env:NAME` or `file:/path`. The configuration never holds the secret itself. */
export type SecretSource = `env:${string}` | `file:${string}`

export function isSecretSource(text: string): text is SecretSource {
  return /^env:[A-Za-z_]\w*$/.test(text) || /^file:.+$/.test(text)
}

/**
 * Reads a secret from where the configuration says it stands. It is kept in memory only: never in the database, never
 * in the log, never in a message.
 * @throws Error naming the place when there is nothing
 */
export function readSecret(source: SecretSource): string {
  const value = source.startsWith('env:') ? process.env[source.slice(4)] : readSecretFile(source.slice(5))
  if (value) return value
  throw new Error(`${source} is empty: put the secret there`)
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch {
    throw new Error(`file:${path} cannot be read: put the secret there`)
  }
}
