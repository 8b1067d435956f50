import { withdrawCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.withdraw, {
  may: 'person',
  run: withdrawCase,
  after: ({ no }) => `/cases/${no}`,
})
