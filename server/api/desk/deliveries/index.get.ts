import { readDeliveries } from '#domain/notices/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deliveries } from '#shared/contract/notices.ts'

export default endpoint(deliveries.read, { may: 'work.supervise', read: readDeliveries })
