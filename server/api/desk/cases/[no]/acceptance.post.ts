import { acceptCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.accept, {
  may: 'cases.accept',
  run: acceptCase,
  after: ({ no }) => `/desk/cases/${no}`,
})
