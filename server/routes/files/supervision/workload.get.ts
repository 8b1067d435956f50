import { getQuery, setHeader } from 'h3'
import { look } from '#domain/perform.ts'
import { readLoads } from '#domain/supervision/index.ts'
import { supervisedFile } from '#server/utils/supervised-file.ts'
import { workloadChart } from '#shared/supervision/workload-chart.ts'

/** So many bars are in a picture; the rest stands in the table. */
const BARS = 40

/** The workload as a picture: of departments, or of people. */
export default supervisedFile(async (event, who) => {
  const { units, people } = await look(who, readLoads)
  setHeader(event, 'content-type', 'image/svg+xml; charset=utf-8')
  const title = { zh: '工作量', en: 'Workload' }[who.lang]
  return workloadChart(
    getQuery(event).by === 'people' ? people.slice(0, BARS) : units.slice(0, BARS),
    title,
    who.lang,
  )
})
