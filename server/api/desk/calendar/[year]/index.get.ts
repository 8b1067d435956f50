import { readCalendarYear } from '#domain/work/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { calendar } from '#shared/contract/calendar.ts'

export default endpoint(calendar.year, { may: 'catalog.publish', read: readCalendarYear })
