import { createHash } from 'node:crypto'

const hashes = new Map<string, string>()

/** Headers of every answer. Pages of others cannot frame us, guess content types or learn where people were. */
export const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), microphone=(), payment=(), usb=()',
  ...(process.env.YIZHAN_MODE === 'city' && {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }),
}

/** The policy of a page: our own files, and the framework's one inline script by its hash; nothing else runs. */
export function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, script = '']) => ` '${hashOf(script)}'`,
  )
  return [
    "default-src 'self'",
    `script-src 'self'${[...new Set(inline)].join('')}`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function hashOf(script: string): string {
  const known = hashes.get(script)
  if (known) return known
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`
  if (hashes.size > 100) hashes.clear()
  hashes.set(script, hash)
  return hash
}
