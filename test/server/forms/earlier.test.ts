import { beforeAll, expect, it } from 'vitest'
import { rememberForLater } from '#domain/forms/index.ts'
import { earlierFacts } from '#domain/forms/store.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { Provenance } from '#shared/rules/judge.ts'
import { bundle } from '../../support/published.ts'
import { openWorld, type World } from '../../support/world.ts'

/* What was given is remembered by a job of each application: they may come in any order, and twice. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const TYPED: Provenance = { kind: 'person', at: 0 }

function remember(who: Asking, caseNo: string, sentAt: number, facts: Record<string, string>) {
  const personId = who.actor.kind === 'person' ? who.actor.id : ''
  const given = Object.entries(facts).map(([code, value]) => [code, { value, source: TYPED }])
  return perform(who, (act) =>
    rememberForLater(act, bundle('newborn'), { personId, caseNo, sentAt, facts: Object.fromEntries(given) }),
  )
}

it('keeps what came with the later application, whichever is remembered first', async () => {
  const who = await world.as('mother05')
  await remember(who, 'T2', 2_000, { 'delivery.mode': 'post', 'delivery.address': '柳岸街道 12 号' })
  await remember(who, 'T1', 1_000, { 'delivery.mode': 'counter', 'child.nativePlace': '云溪市' })
  await remember(who, 'T1', 1_000, { 'delivery.mode': 'counter', 'child.nativePlace': '云溪市' })
  const personId = who.actor.kind === 'person' ? who.actor.id : ''
  const earlier = await look(who, ({ tx }) => earlierFacts(tx, personId))
  expect(earlier['delivery.mode']).toEqual({ value: 'post', at: 2_000, caseNo: 'T2' })
  expect(earlier['delivery.address']?.value).toBe('柳岸街道 12 号')
})
