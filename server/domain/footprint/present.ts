import type { LookBy, LookGround, LookLine, MatterSeen } from '#shared/exchange/my-view.ts'
import type { LoggedOutcome } from '#shared/exchange/outcome.ts'
import { say } from '#shared/text.ts'
import { appName } from '../../connectors/exchange/apps.ts'
import type { Look } from '../act.ts'
import { departmentName } from '../catalog/index.ts'
import { postOf } from '../identity/index.ts'
import { applications } from './applications.ts'
import { sayLaw } from './law-words.ts'
import { fieldName, resourceName } from './names.ts'
import { ownConsents } from './store/reports.ts'
import type { LogRow } from './store/log.ts'

/** What several rows of the log need to be put into words, read once. */
export interface Around {
  matters: ReadonlyMap<string, MatterSeen>
  /** Ids of consents that the reader gave. */
  own: ReadonlySet<string>
  /** Who looked, by id of the member of staff. */
  posts: ReadonlyMap<string, LookBy>
}

const MACHINE: LookBy = { kind: 'machine' }

/** Reads what stands around rows of the log: their matters, consents and posts. */
export async function aroundOf(look: Look, rows: readonly LogRow[]): Promise<Around> {
  const consents = rows.filter(({ groundKind }) => groundKind === 'consent').map(({ ground }) => ground)
  const staff = rows.filter(({ actorKind }) => actorKind === 'staff').map(({ actorId }) => actorId)
  const reader = look.actor.kind === 'person' ? look.actor.id : ''
  return {
    matters: await applications().describe(look, distinct(rows.map(({ matterId }) => matterId))),
    own: await ownConsents(look.tx, reader, distinct(consents)),
    posts: new Map(
      await Promise.all(distinct(staff).map(async (id) => [id, await postBy(look, id)] as const)),
    ),
  }
}

/** A member of staff as people see them: the post, never the name. */
export async function postBy({ tx, lang }: Look, id: string): Promise<Extract<LookBy, { kind: 'post' }>> {
  const post = await postOf(tx, id)
  if (!post) return { kind: 'post', title: '', department: '' }
  return { kind: 'post', title: say(post.title, lang), department: departmentName(post.unit, lang) }
}

/** What a look-up was made for. What is gone since is still known by its number. */
export function matterOf({ matterId, matterNo }: LogRow, { matters }: Around): MatterSeen | null {
  return matters.get(matterId) ?? (matterNo ? { title: '', no: matterNo, href: null } : null)
}

/** Who looked. What runs because somebody applies is the machine; its reader is told when that was somebody else. */
export function byOf({ actorKind, actorId }: LogRow, { posts }: Around, { lang, actor }: Look): LookBy {
  if (actorKind === 'person' && actor.kind === 'person' && actorId !== actor.id) return { kind: 'other' }
  if (actorKind === 'staff') return posts.get(actorId) ?? MACHINE
  return actorKind === 'app' ? { kind: 'outside', name: appName(actorId, lang) } : MACHINE
}

export function groundOf({ groundKind, ground }: LogRow, { own }: Around, { lang }: Look): LookGround {
  if (groundKind === 'consent') return { kind: 'consent', id: ground, own: own.has(ground) }
  if (groundKind === 'law') return { kind: 'law', words: sayLaw(ground, lang) }
  return { kind: groundKind }
}

/** The fields that a look-up is about: those that came, or else those that were asked for. */
export function fieldsOf({ fields, asked }: Pick<LogRow, 'fields' | 'asked'>): string[] {
  return fields.length > 0 ? fields : asked
}

/** A look-up as one line. */
export function lineOf(row: LogRow, around: Around, look: Look): LookLine {
  const { lang } = look
  return {
    id: row.id,
    resource: resourceName(row.resource, lang),
    provider: departmentName(row.provider, lang),
    department: departmentName(row.unit, lang),
    facts: distinct(fieldsOf(row).map((field) => fieldName(row.resource, field, lang))),
    // Written by the journal, which knows no other words.
    outcome: row.outcome as LoggedOutcome,
    ground: groundOf(row, around, look),
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
