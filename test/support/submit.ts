import { sendCase } from '#domain/cases/index.ts'
import { markBeforeSending, takeOutUnsendable } from '#domain/forms/index.ts'
import { perform, type Asking } from '#domain/perform.ts'
import { Refusal } from '#shared/refusal.ts'

/** Sends a draft as its endpoint does, with what must stay of a refusal. */
export async function submit(who: Asking, draft: string): Promise<{ no: string }> {
  await markBeforeSending(who, { draft })
  try {
    return await perform(who, (act) => sendCase(act, { draft }))
  } catch (error) {
    if (error instanceof Refusal) await takeOutUnsendable(who, { draft }, error)
    throw error
  }
}
