import { callBackByAgent } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.callBackByAgent, {
  may: 'tickets.callback',
  run: callBackByAgent,
  after: ({ no }) => `/desk/tickets/${no}`,
})
