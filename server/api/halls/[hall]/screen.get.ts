import { readScreen } from '#domain/queue/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { halls } from '#shared/contract/queue.ts'

export default endpoint(halls.screen, { may: 'anyone', read: readScreen })
