import { giveMaterials } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { uploads } from '#shared/contract/uploads.ts'

/** All files of one post together. */
const MAX_BYTES = 120 * 1024 * 1024

export default endpoint(uploads.materials, {
  may: FILLS_IN,
  maxBytes: MAX_BYTES,
  flow: giveMaterials,
  after: ({ draft, next }, { page }) =>
    page === 'desk' ? `/desk/materials/${draft}` : `/apply/${draft}/${next}`,
})
