import { changeOwn } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appointments } from '#shared/contract/queue.ts'

export default endpoint(appointments.change, {
  may: 'person',
  run: changeOwn,
  after: ({ no }) => `/my/appointments/${no}`,
})
