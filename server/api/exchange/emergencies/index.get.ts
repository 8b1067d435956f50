import { listEmergencies } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { emergencies } from '#shared/contract/emergencies.ts'

export default endpoint(emergencies.list, {
  may: ['exchange.lookUp', 'exchange.confirm'],
  read: listEmergencies,
})
