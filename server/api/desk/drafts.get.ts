import { assistedDrafts } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.assisted, { may: 'drafts.assist', read: assistedDrafts })
