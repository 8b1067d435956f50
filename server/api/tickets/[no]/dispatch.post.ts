import { dispatch } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.dispatch, {
  may: 'tickets.dispatch',
  run: dispatch,
  after: ({ no }) => `/desk/tickets/${no}`,
})
