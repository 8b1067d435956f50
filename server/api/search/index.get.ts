import { search as find } from '#domain/search/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { search } from '#shared/contract/search.ts'

export default endpoint(search.find, { may: 'anyone', read: find })
