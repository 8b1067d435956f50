import type { ExchangeConnector } from '../../connectors/exchange/connector.ts'
import { DEADLINE_MS } from './limits.ts'

/** The way to a resource, and what it can bear. */
export interface Way {
  connector: ExchangeConnector
  route: {
    /** A call may take so long, milliseconds. */
    deadlineMs?: number | undefined
    /** Calls it takes in a second, and at a time. */
    perSecond?: number | undefined
    atOnce?: number | undefined
    /** Times at which it is not to be asked, ISO moments. */
    maintenance?: readonly { from: string; to: string }[] | undefined
  }
}

let find: (resource: string) => Way | undefined = () => undefined

/** Says how resources are reached: by the configuration in the product, by the test's own in tests. */
export function useConnectors(ways: (resource: string) => Way | undefined): void {
  find = ways
}

/** The way to a resource; undefined when none is configured. */
export function wayTo(resource: string): Way | undefined {
  return find(resource)
}

/** How long a question to a resource may take, its turn and its retry included, milliseconds. */
export function deadlineOf(way: Way | undefined): number {
  return way?.route.deadlineMs ?? DEADLINE_MS
}
