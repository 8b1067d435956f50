import { readPolicy } from '#domain/policies/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { policies } from '#shared/contract/policies.ts'

export default endpoint(policies.read, { may: 'anyone', read: readPolicy })
