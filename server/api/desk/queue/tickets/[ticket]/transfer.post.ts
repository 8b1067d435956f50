import { transfer } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.transfer, {
  may: 'queue.serve',
  run: transfer,
  after: ({ hall }) => `/desk/queue/${hall}`,
})
