import type { Asking } from '../perform.ts'
import { log } from '../../utils/log.ts'
import { askOne } from './ask-one.ts'
import { BUDGET_MS } from './limits.ts'
import type { LookupAnswer, LookupOptions, LookupRequest, Matter } from './types.ts'

/**
 * Asks all resources at once, each with its own deadline, and answers within the budget: what did not come by then is
 * `unavailable`, and is told to `late` when it comes. Every call is in the log before it is made, and its end before a
 * value leaves. Never throws for a source that is down or may not be asked. Must not be called within a transaction.
 */
export async function lookUp(
  who: Asking,
  matter: Matter,
  requests: readonly LookupRequest[],
  { budgetMs = BUDGET_MS, late }: LookupOptions = {},
): Promise<LookupAnswer[]> {
  if (requests.length === 0) return []
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<'over'>((resolve) => {
    timer = setTimeout(() => resolve('over'), budgetMs)
  })
  try {
    return await Promise.all(requests.map((request) => within(over, who, matter, request, late)))
  } finally {
    clearTimeout(timer)
  }
}

async function within(
  over: Promise<'over'>,
  who: Asking,
  matter: Matter,
  request: LookupRequest,
  late: LookupOptions['late'],
): Promise<LookupAnswer> {
  let lookupId = ''
  const asked = askOne(who, matter, request, (id) => (lookupId = id))
  const first = await Promise.race([asked, over])
  if (first !== 'over') return first
  void asked.then(late).catch((error: unknown) => tellLost(request.resource, error))
  return {
    key: request.key,
    resource: request.resource,
    lookupId,
    outcome: 'unavailable',
    fault: 'timeout',
    rows: [],
    vouchers: {},
    at: who.at,
    updatedAt: null,
    cached: false,
  }
}

/** Nobody waits for it any more: the log of the product is all that is left to tell. */
function tellLost(resource: string, error: unknown): void {
  log.warn('a late answer could not be used', {
    resource,
    error: error instanceof Error ? error.message : String(error),
  })
}
