import { sealBytes, unsealBytes } from '#db'
import { actorId, type Actor } from '#shared/access/actor.ts'

/** How long a fact can be read whole after somebody asked for it, in milliseconds; then they ask again. */
const OPEN_FOR = 10 * 60_000

type Asked = { actor: Actor; at: number }

/** A pass that opens one masked fact of a case or an item to whoever asked; what it says is sealed. */
export function passFor({ actor, at }: Asked, subjectId: string, element: string): string {
  return sealBytes([actorId(actor), subjectId, element, at + OPEN_FOR].join('\n')).toString('base64url')
}

/** The element that a pass opens for this reader of this case or item; undefined when it opens nothing. */
export function openedBy({ actor, at }: Asked, subjectId: string, pass = ''): string | undefined {
  if (pass === '') return undefined
  try {
    const [who, what, element, until] = unsealBytes(Buffer.from(pass, 'base64url')).toString().split('\n')
    return who === actorId(actor) && what === subjectId && at < Number(until) ? element : undefined
  } catch {
    return undefined // not made here
  }
}
