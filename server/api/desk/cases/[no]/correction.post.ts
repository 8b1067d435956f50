import { askCorrection } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.ask, {
  may: 'cases.accept',
  run: askCorrection,
  after: ({ no }) => `/desk/cases/${no}`,
})
