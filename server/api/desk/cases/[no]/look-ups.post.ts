import { lookUpInCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.lookUp, {
  may: 'exchange.lookUp',
  flow: lookUpInCase,
  after: ({ no }) => `/desk/cases/${no}#look-ups`,
})
