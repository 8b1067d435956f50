import { ownAppointments } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appointments } from '#shared/contract/queue.ts'

export default endpoint(appointments.mine, { may: 'person', read: ownAppointments })
