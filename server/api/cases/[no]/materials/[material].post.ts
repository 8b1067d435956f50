import { supplyMaterial } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

/** All files of one post together. */
const MAX_BYTES = 60 * 1024 * 1024

export default endpoint(cases.supply, {
  may: 'person',
  maxBytes: MAX_BYTES,
  flow: supplyMaterial,
  after: ({ no, correcting }) => `/cases/${no}${correcting ? '/correction' : ''}`,
})
