import { pickMatch } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { draftLookups } from '#shared/contract/draft-lookups.ts'

export default endpoint(draftLookups.pick, {
  may: FILLS_IN,
  flow: pickMatch,
  after: ({ draft, next }) => `/apply/${draft}/${next}`,
})
