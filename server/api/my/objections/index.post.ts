import { object } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

/** All files of one post together. */
const MAX_BYTES = 60 * 1024 * 1024

export default endpoint(myData.object, {
  may: 'person',
  maxBytes: MAX_BYTES,
  flow: object,
  after: ({ no }) => `/my/data/objections/${no}`,
})
