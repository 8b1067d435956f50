import type { Reader } from '#db'
import { Refusal } from '#shared/refusal.ts'
import { SCREEN_QUIET_MS, type ScreenTask } from '#shared/screens/task.ts'
import type { Act, Look } from '../act.ts'
import { staffById } from '../identity/index.ts'
import { keyHash } from './pair.ts'
import { screenByKey, type ScreenRow } from './store.ts'

/** The screen with this key; undefined when it is paired no more. */
export async function screenOf(reader: Reader, key: string, at: number): Promise<ScreenRow | undefined> {
  return key === '' ? undefined : screenByKey(reader, keyHash(key), at)
}

/** What stands on a screen: nothing once nobody touched it for a while, or once it was answered. */
export function standing(row: ScreenRow, at: number): ScreenTask | null {
  return row.outcome === '' && at < row.touchedAt + SCREEN_QUIET_MS ? row.task : null
}

/**
 * The task that is being answered, with the clerk who pushed it: what the screen reads and does it does as far as the
 * clerk may.
 * @param version of the screen as it was drawn: what was shown then is what is answered
 * @throws Refusal not_found, changed_meanwhile
 */
export async function answering<Context extends Act | Look>(
  context: Context,
  key: string,
  version: number,
): Promise<{ row: ScreenRow; task: ScreenTask; asClerk: Context }> {
  const row = await screenOf(context.tx, key, context.at)
  if (!row) throw new Refusal('not_found')
  const task = standing(row, context.at)
  if (!task || row.version !== version) throw new Refusal('changed_meanwhile')
  return { row, task, asClerk: await asClerkOf(context, row) }
}

/** The same act or look by the clerk whose screen it is. @throws Refusal not_found, for one who left */
export async function asClerkOf<Context extends Act | Look>(
  context: Context,
  { clerkId }: Pick<ScreenRow, 'clerkId'>,
): Promise<Context> {
  const clerk = await staffById(context.tx, clerkId)
  if (!clerk) throw new Refusal('not_found')
  return { ...context, actor: clerk }
}
