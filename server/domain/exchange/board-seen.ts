import { unitsWith } from '#shared/access/can.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'

/** What a reader of the board may see: everything, or what their departments provide. */
export interface Sight {
  all: boolean
  /** Codes of resources. */
  resources: readonly string[] | 'all'
}

/** The data office sees all; whoever answers for what a department provides sees that. */
export function sightOf({ actor }: Pick<Look, 'actor'>): Sight {
  if (unitsWith(actor, 'exchange.govern') === 'all') return { all: true, resources: 'all' }
  const units = unitsWith(actor, 'exchange.provide')
  if (units === 'all') return { all: true, resources: 'all' }
  const resources = catalog()
    .all('resource')
    .filter(({ provider }) => units.includes(provider))
    .map(({ code }) => code)
  return { all: false, resources }
}
