import { presentCheck } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.check, { may: 'person', read: presentCheck })
