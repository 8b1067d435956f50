import { readKiosk } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.kiosk, { may: 'anyone', read: readKiosk })
