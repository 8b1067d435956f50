import { invite } from '#domain/agreements/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { agreements } from '#shared/contract/agreements.ts'

export default endpoint(agreements.invite, {
  may: FILLS_IN,
  run: invite,
  after: ({ draft }) => `/apply/${draft}/check`,
})
