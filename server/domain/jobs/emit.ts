import { REACTIONS } from '../../reactions.ts'
import type { Act } from '../act.ts'
import { enqueue } from './store.ts'

/** Something that happened: what, the key that makes saying it twice one, and what handlers must know. */
export interface Happened {
  event: string
  key: string
  payload: Record<string, string>
}

/** Says that something happened: writes a job row for each of its reactions, in the act's transaction. */
export function emit(
  act: Pick<Act, 'tx' | 'at'>,
  event: string,
  key: string,
  payload: Record<string, string>,
): Promise<void> {
  return emitAll(act, [{ event, key, payload }])
}

/** Says many things at once. */
export async function emitAll(act: Pick<Act, 'tx' | 'at'>, happened: readonly Happened[]): Promise<void> {
  await enqueue(
    act,
    ...happened.flatMap(({ event, key, payload }) =>
      (REACTIONS[event] ?? []).map((kind) => ({
        kind,
        key: `${event}:${key}`,
        payload: { event, ...payload },
      })),
    ),
  )
}
