import { eventHandler, setHeader, setResponseStatus, type H3Event } from 'h3'
import { can } from '#shared/access/can.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Asking } from '#domain/perform.ts'
import { askingOf } from './asking.ts'
import { redirectTo } from './form-post.ts'

/** The handler of a file for whoever watches over work; others are turned away as at the door of an endpoint. */
export function supervisedFile(make: (event: H3Event, who: Asking) => Promise<string>) {
  return eventHandler(async (event) => {
    const who = await askingOf(event)
    try {
      if (!can(who.actor, ['work.supervise', 'cases.approve']))
        throw new Refusal(who.actor.kind === 'stranger' ? 'not_signed_in' : 'not_allowed')
      const body = await make(event, who)
      setHeader(event, 'cache-control', 'private, no-store')
      return body
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'not_signed_in')
        return redirectTo(event, `/sign-in?back=${encodeURIComponent(event.path)}`, who.lang)
      setResponseStatus(event, error.status)
      return error.code
    }
  })
}
