import { sign } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.sign, {
  may: 'tickets.handle',
  run: sign,
  after: ({ no }) => `/desk/tickets/${no}`,
})
