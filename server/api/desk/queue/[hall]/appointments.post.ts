import { bookAtDesk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.book, {
  may: 'queue.serve',
  run: bookAtDesk,
  after: ({ hall, no }) => `/desk/queue/${hall}/appointments?booked=${no}`,
})
