import { callNext } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.call, {
  may: 'queue.serve',
  run: callNext,
  after: ({ hall }) => `/desk/queue/${hall}`,
})
