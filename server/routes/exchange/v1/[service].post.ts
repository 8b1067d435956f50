import { eventHandler, getHeader, getRouterParam, setResponseHeaders, setResponseStatus } from 'h3'
import { serveOutside } from '#domain/provider/index.ts'
import { askingOf } from '#server/utils/asking.ts'
import { log } from '#server/utils/log.ts'
import { stackOf } from '#server/utils/note-failure.ts'
import { readAtMost } from '#server/utils/read-at-most.ts'
import { Refusal } from '#shared/refusal.ts'

/** Longest body of a call. */
const MAX_BODY = 64 * 1024

/** What other systems ask the portal: no session, no cookie; who asks is told by the signature alone. */
export default eventHandler(async (event) => {
  const { at, trace } = await askingOf(event)
  try {
    const answer = await serveOutside(
      {
        method: 'POST',
        path: event.path,
        service: getRouterParam(event, 'service') ?? '',
        header: (name) => getHeader(event, name) ?? '',
        body: await readAtMost(event.node.req, MAX_BODY),
      },
      at,
      (error) => log.error('a call of another system failed', { trace, error: stackOf(error) }),
    )
    setResponseStatus(event, answer.status)
    setResponseHeaders(event, answer.headers)
    return answer.body
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    setResponseStatus(event, error.status)
    return error.code
  }
})
