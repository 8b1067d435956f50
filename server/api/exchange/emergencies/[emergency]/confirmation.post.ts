import { decideEmergency } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { emergencies } from '#shared/contract/emergencies.ts'

export default endpoint(emergencies.decide, {
  may: 'exchange.confirm',
  run: decideEmergency,
  after: () => '/desk/exchange/emergencies',
})
