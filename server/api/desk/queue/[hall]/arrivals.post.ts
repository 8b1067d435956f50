import { arriveAtDesk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.arrive, {
  may: 'queue.serve',
  run: arriveAtDesk,
  after: ({ hall, no }) => `/desk/queue/${hall}?given=${no}`,
})
