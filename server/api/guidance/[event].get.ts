import { currentBundle } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { presentGuidance } from '#server/utils/present-guidance.ts'
import { guidance } from '#shared/contract/guidance.ts'

export default endpoint(guidance.of, {
  may: 'anyone',
  async read(look, { event, at, from, ...given }) {
    return presentGuidance(look, await currentBundle(look.tx, event), given, { at, from })
  },
})
