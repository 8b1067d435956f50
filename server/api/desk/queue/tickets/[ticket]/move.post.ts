import { moveTicket } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.move, {
  may: 'queue.serve',
  run: moveTicket,
  after: ({ hall }) => `/desk/queue/${hall}`,
})
