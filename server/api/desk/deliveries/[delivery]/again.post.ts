import { sendAgain } from '#domain/notices/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deliveries } from '#shared/contract/notices.ts'

export default endpoint(deliveries.again, {
  may: 'work.supervise',
  run: sendAgain,
  after: () => '/desk/deliveries',
})
