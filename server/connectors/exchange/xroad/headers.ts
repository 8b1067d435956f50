import type { XroadConfig } from '../config-shape.ts'
import type { Call } from '../connector.ts'
import { encodePart, identifier, partsOf } from './identifier.ts'

/** Users are named with the country before them, as the protocol recommends. */
const COUNTRY = 'CN'

/** Who asks, in which matter, for whom. The user is the actor's id of ours, never a resident id. */
export function headersOf(
  { client, partyClass }: XroadConfig,
  { purpose, requestId }: Call,
): Record<string, string> {
  const party = [partyClass, purpose.unit].filter((part) => part !== undefined && part !== '')
  return {
    'x-road-client': identifier(partsOf(client)),
    'x-road-id': requestId,
    'x-road-userid': COUNTRY + encodePart(purpose.operator),
    'x-road-issue': encodePart(purpose.matter),
    ...(purpose.unit ? { 'x-road-represented-party': party.map(String).map(encodePart).join('/') } : {}),
  }
}
