import { raiseObjection } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.raise, {
  may: ['cases.accept', 'cases.decide'],
  run: raiseObjection,
  after: ({ case: no }) => `/desk/cases/${no}`,
})
