import { decideItem } from '#domain/cases/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { started } from '#server/start.ts'
import type { Actor } from '#shared/access/actor.ts'
import { Refusal } from '#shared/refusal.ts'
import { ALL_CHECKED } from './desk.ts'

/* One of two instances of the product at which clerks decide the same items at the same moment. */

/** Who decides on which items, and how. */
export interface Race {
  actor: Actor
  at: number
  decision: 'grant' | 'deny'
  items: string[]
}

/** What whoever comes second is told. */
const SECOND: readonly string[] = ['move_not_possible', 'changed_meanwhile']

await started()
process.on('message', (race: Race) => {
  void decideAll(race).then(
    (won) => process.send?.(won),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.([])

/** The items that this clerk decided; of the others the other one did. */
async function decideAll({ actor, at, decision, items }: Race): Promise<string[]> {
  const note = decision === 'deny' ? '不符合办理条件。' : ''
  const won: string[] = []
  for (const item of items) {
    try {
      await perform(asking(actor, at), (act) =>
        decideItem(act, { item, decision, note, checked: ALL_CHECKED }),
      )
      won.push(item)
    } catch (error) {
      if (!(error instanceof Refusal) || !SECOND.includes(error.code)) throw error
    }
  }
  return won
}
