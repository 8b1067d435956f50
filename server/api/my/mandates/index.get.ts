import { mandates as ownMandates } from '#domain/identity/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { mandates } from '#shared/contract/mandates.ts'

export default endpoint(mandates.list, { may: 'person', read: ownMandates })
