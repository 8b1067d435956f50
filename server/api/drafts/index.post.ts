import { startDraft } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { starting } from '#shared/contract/starting.ts'

export default endpoint(starting.start, {
  may: FILLS_IN,
  run: startDraft,
  after: ({ draft, next }) => `/apply/${draft}/${next}`,
})
