import { readDeskTicket } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.desk, { may: 'tickets.read', read: readDeskTicket })
