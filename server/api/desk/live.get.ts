import { getCookie, getHeader } from 'h3'
import { sightOf } from '#domain/work/index.ts'
import { SESSION_COOKIE } from '#server/utils/asking.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { connectDesk } from '#server/utils/live-desks.ts'
import { actorId } from '#shared/access/actor.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { liveDesk } from '#shared/contract/live.ts'
import { Refusal } from '#shared/refusal.ts'

export default endpoint(liveDesk.stream, {
  may: RIGHTS,
  async flow({ actor }, _input, event) {
    if (!getHeader(event, 'accept')?.includes('text/event-stream')) throw new Refusal('invalid_input')
    const token = getCookie(event, SESSION_COOKIE) ?? ''
    connectDesk(event.node.res, { token, own: actorId(actor), sight: sightOf(actor) })
  },
})
