import type { ExchangeFault } from '#shared/exchange/outcome.ts'

/** Nothing was found, which is not "no". */
export const FOUND_NOTHING = '3001'

const ONE = '0'
const SEVERAL = '3002'

/** The answer brings rows. */
export function hasRows(code: string): boolean {
  return code === ONE || code === SEVERAL
}

/** Codes of domain.md §11.5 that are faults. */
const FAULTS: Readonly<Record<string, ExchangeFault>> = {
  // Our signature, our clock, our number used once: nothing a provider could mend.
  1001: 'exchange-failed',
  1002: 'stale',
  1003: 'exchange-failed',
  2001: 'not-granted',
  2002: 'not-granted',
  2003: 'not-granted',
  3003: 'maintenance',
  3004: 'timeout',
  4001: 'limited',
  5000: 'provider-failed',
}

/** What a code of the protocol means for a look-up. */
export function faultOfCode(code: string): ExchangeFault {
  return FAULTS[code] ?? 'provider-failed'
}
