import { comeBack } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.comeBack, {
  may: 'anyone',
  run: comeBack,
  after: ({ ticket }) => `/halls/tickets/${ticket}`,
})
