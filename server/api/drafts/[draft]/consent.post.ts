import { decideConsent } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.consent, {
  may: 'person',
  flow: decideConsent,
  after: ({ draft, next }) => `/apply/${draft}/${next}`,
})
