import { systemActor } from '#shared/access/actor.ts'
import { asking } from '../perform.ts'
import { expireDrafts } from './expire.ts'

/** Every hour: drafts that nobody touched for long. */
export function handleExpire(_payload: Record<string, string>, at: number): Promise<void> {
  return expireDrafts(asking(systemActor('forms'), at))
}
