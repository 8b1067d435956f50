import { startDraft } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.start, {
  may: 'person',
  run: startDraft,
  after: ({ draft, next }) => `/apply/${draft}/${next}`,
})
