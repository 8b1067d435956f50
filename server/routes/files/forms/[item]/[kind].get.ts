import { eventHandler, getRouterParam, setHeader, setResponseStatus } from 'h3'
import { look } from '#domain/perform.ts'
import { askingOf } from '#server/utils/asking.ts'
import { paperFormPdf } from '#server/utils/paper-forms.ts'
import { Refusal } from '#shared/refusal.ts'

/** The form of an item on paper, for everybody: `blank`, or `sample` with invented data. */
export default eventHandler(async (event) => {
  const item = getRouterParam(event, 'item') ?? ''
  const kind = getRouterParam(event, 'kind')
  try {
    if (!/^[\w-]{1,64}$/.test(item) || (kind !== 'blank' && kind !== 'sample')) throw new Refusal('not_found')
    const { pdf, name } = await look(await askingOf(event), (reading) => paperFormPdf(reading, item, kind))
    setHeader(event, 'content-type', 'application/pdf')
    setHeader(event, 'content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    setHeader(event, 'cache-control', 'public, max-age=300')
    return Buffer.from(pdf)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    setResponseStatus(event, error.status)
    return error.code
  }
})
