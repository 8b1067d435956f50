import { unsealBytes } from '#db'
import { SECRET_PARAMS } from '#shared/notices/kinds.ts'
import { say, type Lang } from '#shared/text.ts'
import type { NoticeRow } from './store.ts'

/** What the words of a notice are filled with, in a language. */
export function saidOf({ kind, params }: NoticeRow, lang: Lang): Record<string, string> {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value !== 'string' ? say(value, lang) : name === SECRET_PARAMS[kind] ? opened(value) : value,
  ])
  return Object.fromEntries(said)
}

function opened(sealed: string): string {
  return unsealBytes(Buffer.from(sealed, 'base64')).toString('utf8')
}
