import { readDeskObjection } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.objection, {
  may: 'exchange.browse',
  read: readDeskObjection,
})
