import type { Reader } from '#db'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { countTries, insertTries } from './store.ts'

/** Failures of somebody since a moment; kept as failed sign-ins are. `subject` is a keyed hash. */
export function triesSince(reader: Reader, subject: string, since: number): Promise<number> {
  return countTries(reader, [subject], since)
}

/** Counts one. */
export function noteTry(act: Act, subject: string): Promise<void> {
  return insertTries(act.tx, [{ id: newId(act.at), subject, at: act.at }])
}
