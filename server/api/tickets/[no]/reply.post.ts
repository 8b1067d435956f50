import { reply } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.reply, {
  may: 'tickets.handle',
  run: reply,
  after: ({ no }) => `/desk/tickets/${no}`,
})
