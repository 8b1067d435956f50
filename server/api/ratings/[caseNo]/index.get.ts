import { readRating } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ratings } from '#shared/contract/ratings.ts'

export default endpoint(ratings.read, { may: 'person', read: readRating })
