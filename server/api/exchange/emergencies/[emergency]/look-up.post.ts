import { lookUpInEmergency } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { emergencies } from '#shared/contract/emergencies.ts'

export default endpoint(emergencies.lookUp, {
  may: 'exchange.lookUp',
  flow: lookUpInEmergency,
  after: ({ shown }) => `/desk/exchange/emergencies?shown=${shown}`,
})
