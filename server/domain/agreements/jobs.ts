import { systemActor } from '#shared/access/actor.ts'
import { asking, perform } from '../perform.ts'
import { deleteAgreementsOf } from './store.ts'

/** A draft was erased: so is what others were asked about it. */
export async function handleErasedDraft({ draft = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('agreements'), at), (act) => deleteAgreementsOf(act.tx, [draft]))
}
