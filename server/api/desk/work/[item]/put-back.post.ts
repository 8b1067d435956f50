import { putBackWork } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { deskHold } from '#shared/contract/supervision.ts'

export default endpoint(deskHold.putBack, {
  may: RIGHTS,
  run: putBackWork,
  after: ({ href }) => href,
})
