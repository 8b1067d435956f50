import { eventHandler, getRouterParam } from 'h3'
import { readList } from '#domain/grants/index.ts'
import { serveFile } from '#server/utils/serve-file.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { LIST_KINDS } from '#shared/exchange/catalog-view.ts'
import { listFile, listFileName } from '#shared/exchange/list-file.ts'
import { Refusal } from '#shared/refusal.ts'

/** One of the three lists, whole, for a spreadsheet. */
export default eventHandler((event) =>
  serveFile(event, 'exchange.browse', async (look) => {
    const kind = LIST_KINDS.find((each) => each === getRouterParam(event, 'kind'))
    if (!kind) throw new Refusal('not_found')
    const { rows } = await readList(look, { kind, unit: '' })
    return {
      text: listFile(kind, rows, look.lang),
      name: listFileName(kind, dayOf(look.at), look.lang),
      mime: 'text/csv; charset=utf-8',
    }
  }),
)
