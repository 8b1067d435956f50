import { confirmArrival } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.arrived, {
  may: 'person',
  run: confirmArrival,
  after: ({ no }) => `/cases/${no}`,
})
