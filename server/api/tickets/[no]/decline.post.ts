import { decline } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.decline, {
  may: 'tickets.dispatch',
  run: decline,
  after: ({ no }) => `/desk/tickets/${no}`,
})
