import { readDeskQueue } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.read, { may: 'queue.serve', read: readDeskQueue })
