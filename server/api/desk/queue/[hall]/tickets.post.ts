import { takeAtDesk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.take, {
  may: 'queue.serve',
  run: takeAtDesk,
  after: ({ hall, no }) => `/desk/queue/${hall}?given=${no}`,
})
