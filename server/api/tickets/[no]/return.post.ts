import { returnTicket } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.return, {
  may: 'tickets.handle',
  run: returnTicket,
  after: () => '/desk?kind=ticket',
})
