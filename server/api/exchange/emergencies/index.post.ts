import { askEmergency } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { emergencies } from '#shared/contract/emergencies.ts'

export default endpoint(emergencies.ask, {
  may: 'exchange.lookUp',
  run: askEmergency,
  after: () => '/desk/exchange/emergencies',
})
