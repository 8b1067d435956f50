import { dispatchObjection } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.dispatch, {
  may: 'exchange.govern',
  run: dispatchObjection,
  after: ({ no }) => `/desk/exchange/objections/${no}`,
})
