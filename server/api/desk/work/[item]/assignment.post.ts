import { assignWork } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskHold } from '#shared/contract/supervision.ts'

export default endpoint(deskHold.assign, {
  may: ['work.supervise', 'cases.approve'],
  run: assignWork,
  after: ({ href }) => href,
})
