import { cityConnector } from './city.ts'
import type { ExchangeConnector } from './connector.ts'

/** Every connector by the name that resources give in the catalogue. */
export const CONNECTORS: Readonly<Record<string, ExchangeConnector>> = { city: cityConnector }
