import { saveAndLook } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { drafts } from '#shared/contract/drafts.ts'

export default endpoint(drafts.save, {
  may: FILLS_IN,
  // Files that are answers, such as a photo.
  maxBytes: 24 * 1_048_576,
  flow: saveAndLook,
  after: ({ draft, next, at }) => `/apply/${draft}/${next}${at ? `#f-${at.replaceAll('.', '-')}` : ''}`,
})
