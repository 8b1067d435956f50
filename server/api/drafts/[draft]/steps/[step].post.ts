import { saveStep } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.save, {
  may: 'person',
  run: saveStep,
  after: ({ draft, next }) => `/apply/${draft}/${next}`,
})
