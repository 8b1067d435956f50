import { cancelOwn } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appointments } from '#shared/contract/queue.ts'

export default endpoint(appointments.cancel, {
  may: 'person',
  run: cancelOwn,
  after: ({ no }) => `/my/appointments/${no}`,
})
