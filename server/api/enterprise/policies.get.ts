import { matchPolicies } from '#domain/policies/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { policies } from '#shared/contract/policies.ts'

/** The registers are asked and the look-ups recorded, so this is more than a read. */
export default endpoint(policies.match, { may: 'person', flow: matchPolicies })
