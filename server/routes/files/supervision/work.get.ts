import { getQuery, setHeader } from 'h3'
import * as v from 'valibot'
import { look } from '#domain/perform.ts'
import { exportSupervised } from '#domain/supervision/index.ts'
import { supervisedFile } from '#server/utils/supervised-file.ts'
import { dayOf, timeOf } from '#shared/calendar/day.ts'
import { Export } from '#shared/contract/supervision.ts'
import { Refusal } from '#shared/refusal.ts'
import { exportFile, exportFileName } from '#shared/supervision/export-file.ts'

/** The supervised work for a spreadsheet: for a purpose, masked, on record. */
export default supervisedFile(async (event, who) => {
  const asked = v.safeParse(Export, getQuery(event))
  if (!asked.success) throw new Refusal('invalid_input')
  const wanted = asked.output
  const { no, lines } = await look(who, (reading) => exportSupervised(reading, wanted))
  const name = encodeURIComponent(exportFileName(dayOf(who.at), who.lang))
  setHeader(event, 'content-type', 'text/csv; charset=utf-8')
  setHeader(event, 'content-disposition', `attachment; filename*=UTF-8''${name}`)
  const by = who.actor.kind === 'staff' ? who.actor.name : ''
  const when = `${dayOf(who.at)} ${timeOf(who.at)}`
  return exportFile(lines, { no, name: by, purpose: wanted.purpose, when }, who.lang)
})
