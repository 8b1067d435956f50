import { leave } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.leave, { may: 'queue.serve', run: leave, after: () => '/desk/queue' })
