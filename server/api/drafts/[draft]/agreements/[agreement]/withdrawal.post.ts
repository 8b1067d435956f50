import { withdrawInvitation } from '#domain/agreements/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { agreements } from '#shared/contract/agreements.ts'

export default endpoint(agreements.withdraw, {
  may: FILLS_IN,
  run: withdrawInvitation,
  after: ({ draft }) => `/apply/${draft}/check`,
})
