import { bookOwn } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appointments } from '#shared/contract/queue.ts'

export default endpoint(appointments.book, {
  may: 'person',
  run: bookOwn,
  after: ({ no }) => `/my/appointments/${no}`,
})
