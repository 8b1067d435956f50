import { randomBytes, randomInt } from 'node:crypto'
import { blind } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { addDays, dayOf, momentOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { SCREEN_CODE_DIGITS, SCREEN_CODE_MS } from '#shared/screens/task.ts'
import type { Act } from '../act.ts'
import { deleteScreen, putScreen, screenByCode, screenOfClerk, updateScreen } from './store.ts'

/** What the table keeps of a screen's key. */
export function keyHash(key: string): string {
  return blind(`counter-screen key ${key}`)
}

function codeHash(code: string): string {
  return blind(`counter-screen code ${code}`)
}

/** A code that pairs one screen with the clerk, once and within minutes; the screen before it is let go. */
export async function openCode(act: Act): Promise<{ code: string }> {
  const code = Array.from({ length: SCREEN_CODE_DIGITS }, () => randomInt(10)).join('')
  const clerkId = actorId(act.actor)
  await putScreen(act.tx, {
    id: newId(act.at),
    clerkId,
    codeBlind: codeHash(code),
    codeUntil: act.at + SCREEN_CODE_MS,
    keyBlind: '',
    until: 0,
    seenAt: 0,
    task: null,
    outcome: '',
    touchedAt: 0,
    changedAt: act.at,
    version: 1,
  })
  act.note({ verb: 'screens.code', subjectKind: 'staff', subjectId: clerkId })
  return { code }
}

/**
 * The code is typed on the screen: it gets a key of its own, good until the end of the day, as the machine at a hall's
 * entrance.
 * @throws Refusal invalid_input when nobody gave this code, or it was used
 */
export async function pairScreen(act: Act, { code }: { code: string }): Promise<{ key: string }> {
  const row = await screenByCode(act.tx, codeHash(code.replace(/\D/g, '')), act.at)
  const wrong = new Refusal('invalid_input', { problems: [{ field: 'code', ...fault('screen_code') }] })
  if (!row) throw wrong
  const key = randomBytes(32).toString('base64url')
  const paired = await updateScreen(act.tx, row, {
    codeBlind: '',
    codeUntil: 0,
    keyBlind: keyHash(key),
    until: momentOf(addDays(dayOf(act.at), 1)),
    seenAt: act.at,
    changedAt: act.at,
  })
  if (!paired) throw wrong
  act.note({ verb: 'screens.pair', subjectKind: 'staff', subjectId: row.clerkId })
  return { key }
}

/** The clerk lets the screen go. */
export async function endPairing(act: Act): Promise<void> {
  const row = await screenOfClerk(act.tx, actorId(act.actor))
  if (!row) return
  await deleteScreen(act.tx, row.id)
  act.note({ verb: 'screens.end', subjectKind: 'staff', subjectId: row.clerkId })
}
