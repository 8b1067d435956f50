import { readHall } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.read, { may: 'anyone', read: readHall })
