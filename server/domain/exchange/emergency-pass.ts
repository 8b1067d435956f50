import { sealBytes, unsealBytes } from '#db'
import { actorId } from '#shared/access/actor.ts'
import type { Asking } from '../perform.ts'

/** What came of an emergency look-up can be read again for so long, milliseconds. */
const OPEN_FOR_MS = 10 * 60_000

type Rows = { label: string; value: string }[][]
type Asked = Pick<Asking, 'actor' | 'at'>

/** What came, sealed for whoever asked: the page after the post shows it, and nothing keeps it. */
export function passFor({ actor, at }: Asked, rows: Rows): string {
  const content = JSON.stringify({ who: actorId(actor), until: at + OPEN_FOR_MS, rows })
  return sealBytes(content).toString('base64url')
}

/** What a pass shows to this reader; null when it shows nothing. */
export function shownBy({ actor, at }: Asked, pass = ''): Rows | null {
  if (pass === '') return null
  try {
    const content: { who: string; until: number; rows: Rows } = JSON.parse(
      unsealBytes(Buffer.from(pass, 'base64url')).toString(),
    )
    return content.who === actorId(actor) && at < content.until ? content.rows : null
  } catch {
    return null // not made here
  }
}
