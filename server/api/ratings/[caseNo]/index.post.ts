import { rate } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ratings } from '#shared/contract/ratings.ts'

export default endpoint(ratings.rate, {
  may: 'person',
  run: rate,
  after: ({ caseNo }) => `/ratings/${caseNo}`,
})
