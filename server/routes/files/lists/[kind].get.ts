import { eventHandler, getRouterParam, setHeader, setResponseStatus } from 'h3'
import { readList } from '#domain/grants/index.ts'
import { look } from '#domain/perform.ts'
import { askingOf } from '#server/utils/asking.ts'
import { redirectTo } from '#server/utils/form-post.ts'
import { can } from '#shared/access/can.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { LIST_KINDS } from '#shared/exchange/catalog-view.ts'
import { listFile, listFileName } from '#shared/exchange/list-file.ts'
import { Refusal } from '#shared/refusal.ts'

/** One of the three lists, whole, for a spreadsheet. */
export default eventHandler(async (event) => {
  const who = await askingOf(event)
  try {
    if (!can(who.actor, 'exchange.browse'))
      throw new Refusal(who.actor.kind === 'stranger' ? 'not_signed_in' : 'not_allowed')
    const kind = LIST_KINDS.find((each) => each === getRouterParam(event, 'kind'))
    if (!kind) throw new Refusal('not_found')
    const { rows } = await look(who, (reading) => readList(reading, { kind, unit: '' }))
    const name = encodeURIComponent(listFileName(kind, dayOf(who.at), who.lang))
    setHeader(event, 'content-type', 'text/csv; charset=utf-8')
    setHeader(event, 'content-disposition', `attachment; filename*=UTF-8''${name}`)
    setHeader(event, 'cache-control', 'private, no-store')
    return listFile(kind, rows, who.lang)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'not_signed_in')
      return redirectTo(event, `/sign-in?back=${encodeURIComponent(event.path)}`, who.lang)
    setResponseStatus(event, error.status)
    return error.code
  }
})
