import { verifyObjection } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.verify, {
  may: 'exchange.provide',
  run: verifyObjection,
  after: ({ no, seen }) => (seen ? `/desk/exchange/objections/${no}` : '/desk'),
})
