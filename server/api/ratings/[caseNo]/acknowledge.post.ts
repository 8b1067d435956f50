import { acknowledge } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ratings } from '#shared/contract/ratings.ts'

export default endpoint(ratings.acknowledge, {
  may: 'person',
  run: acknowledge,
  after: ({ caseNo }) => `/ratings/${caseNo}`,
})
