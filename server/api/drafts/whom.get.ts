import { whomFor } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.whom, { may: 'person', read: whomFor })
