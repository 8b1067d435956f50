import { orderWork } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskHold } from '#shared/contract/supervision.ts'

export default endpoint(deskHold.order, {
  may: ['work.supervise', 'cases.approve'],
  run: orderWork,
  after: ({ href }) => href,
})
