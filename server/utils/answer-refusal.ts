import { setResponseStatus, type H3Event } from 'h3'
import { perform, type Asking } from '#domain/perform.ts'
import { keepForm } from '#domain/forms/index.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Contract } from '#shared/contract/contract.ts'
import { isFormBody, pageOf, redirectTo, wantsPage } from './form-post.ts'
import { browserToken } from './browser-token.ts'
import { log } from './log.ts'
import { stackOf } from './note-failure.ts'

/** Turns whatever was thrown into an answer: a refusal with its code, or a bare 500 with a trace id. */
export async function answerRefusal(
  event: H3Event,
  who: Asking,
  contract: Contract,
  error: unknown,
): Promise<unknown> {
  const refusal = toRefusal(error, who, contract)
  if (wantsPage(event) && contract.method !== 'GET') return backToPage(event, who, refusal)
  setResponseStatus(event, refusal.status)
  const { problems, possible, params } = refusal.detail
  return { refusal: refusal.code, problems, possible, params, trace: who.trace }
}

function toRefusal(error: unknown, who: Asking, contract: Contract): Refusal {
  if (error instanceof Refusal) return error
  const endpoint = `${contract.method} ${contract.path}`
  log.error('unexpected error', { trace: who.trace, endpoint, stack: stackOf(error) })
  return new Refusal('internal')
}

/**
 * A form that could not be taken goes back to its page with everything typed; a person who is not signed in any more
 * signs in first and comes back to it.
 */
async function backToPage(event: H3Event, who: Asking, refusal: Refusal): Promise<unknown> {
  const action = event.path.split('?')[0] ?? ''
  const values = event.context.formValues as Record<string, string | string[]> | undefined
  await perform(who, (act) =>
    keepForm(act, browserToken(event), {
      action,
      values: values ?? {},
      problems: refusal.detail.problems ?? [],
      refusal: refusal.code,
    }),
  )
  const page = pageOf(event)
  if (refusal.code === 'not_signed_in') {
    const path = who.lang === 'en' ? '/en/sign-in' : '/sign-in'
    return redirectTo(event, `${path}?back=${encodeURIComponent(page)}`, 'zh')
  }
  return redirectTo(event, isFormBody(event) ? withMark(page) : page, 'zh')
}

/** Marks the page's address, so that a page that may be kept by the browser is asked for anew. */
function withMark(page: string): string {
  const [path = '/', query = ''] = page.split('?')
  const search = new URLSearchParams(query)
  search.set('again', '1')
  return `${path}?${search}`
}
