import { createHash } from 'node:crypto'
import { read } from '#db'
import type { KeptForm } from '#shared/contract/kept.ts'
import type { Problem } from '#shared/problem.ts'
import type { Act } from '../act.ts'
import { perform, type Asking } from '../perform.ts'
import { deleteKept, keptRow, upsertKept } from './store.ts'

/** A form that could not be taken is kept for an hour: time to sign in again, or to find the paper. */
const KEPT_MS = 3_600_000

function idOf(browser: string, action: string): string {
  return createHash('sha256').update(`${browser}\n${action}`).digest('base64url')
}

/** Keeps a posted form under this browser's name, so that nothing typed is lost. */
export async function keepForm(
  act: Act,
  browser: string,
  form: { action: string; values: Record<string, string | string[]>; problems: Problem[]; refusal: string },
): Promise<void> {
  await upsertKept(act.tx, { ...form, id: idOf(browser, form.action), expiresAt: act.at + KEPT_MS })
}

/** The form this browser posted to an action that could not be taken; given once. */
export async function takeKeptForm(
  who: Asking,
  browser: string | undefined,
  action: string,
): Promise<KeptForm> {
  const nothing: KeptForm = { values: {}, problems: [], refusal: null }
  if (!browser) return nothing
  const id = idOf(browser, action)
  const row = await keptRow(read(), id, who.at)
  if (!row) return nothing
  await perform(who, (act) => deleteKept(act.tx, id))
  return { values: row.values, problems: row.problems, refusal: row.refusal }
}
