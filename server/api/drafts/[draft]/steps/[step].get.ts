import { showStep } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.step, { may: FILLS_IN, flow: showStep })
