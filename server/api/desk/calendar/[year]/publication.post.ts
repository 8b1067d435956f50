import { publishCalendar } from '#domain/work/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { calendar } from '#shared/contract/calendar.ts'

export default endpoint(calendar.publish, {
  may: 'catalog.publish',
  run: publishCalendar,
  after: () => '/desk/calendar',
})
