import { answerOrder } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { deskHold } from '#shared/contract/supervision.ts'

export default endpoint(deskHold.answer, {
  may: RIGHTS,
  run: answerOrder,
  after: ({ href }) => href,
})
