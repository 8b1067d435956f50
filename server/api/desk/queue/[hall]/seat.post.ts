import { sit } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskQueue } from '#shared/contract/queue.ts'

export default endpoint(deskQueue.sit, {
  may: 'queue.serve',
  run: sit,
  after: ({ hall }) => `/desk/queue/${hall}`,
})
