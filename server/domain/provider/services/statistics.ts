import { momentOf } from '#shared/calendar/day.ts'
import { say } from '#shared/text.ts'
import { caseCounts } from '../../cases/index.ts'
import { catalog } from '../../catalog/index.ts'
import { suppressed } from '../suppress.ts'
import { nothing, type Served, type ServiceCall } from './service.ts'

/**
 * How many cases were sent in a month, by life event. Whole months only: from overlapping times one could work out
 * what is held back.
 */
export async function statistics({ look, params }: ServiceCall): Promise<Served> {
  const month = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(params.month ?? '')
  if (!month) return nothing('1004')
  const [year, number] = [Number(month[1]), Number(month[2])]
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  const before = momentOf(`${next}-01`)
  // A month under way would be counted again and again, and each answer would tell of the few cases since the last.
  if (before > look.at) return nothing('3001')
  const counts = await caseCounts(look.tx, momentOf(`${month[0]}-01`), before)
  const rows = counts.map(({ lifeEvent, sent, closed }) => {
    const title = catalog().find('lifeEvent', lifeEvent)?.title
    return {
      month: month[0],
      lifeEvent,
      title: title ? say(title, look.lang) : lifeEvent,
      ...suppressed({ sent, closed }),
    }
  })
  return rows.length === 0
    ? nothing('3001')
    : { code: '0', rows, subject: null, provider: '', updatedAt: look.at }
}
