import { previewBundle } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { presentGuidance } from '#server/utils/present-guidance.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.preview, {
  may: ['catalog.write', 'catalog.publish'],
  async read(look, { event, package: id, at, from, ...given }) {
    return presentGuidance(look, await previewBundle(look, { event, package: id }), given, { at, from })
  },
})
