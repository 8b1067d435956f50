import { readCalendars } from '#domain/work/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { calendar } from '#shared/contract/calendar.ts'

export default endpoint(calendar.page, { may: 'catalog.publish', read: readCalendars })
