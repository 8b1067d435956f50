import { contactRater } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ratings } from '#shared/contract/ratings.ts'

export default endpoint(ratings.contact, {
  may: 'rectifications.handle',
  run: contactRater,
  after: ({ id }) => `/desk/rectifications/${id}`,
})
