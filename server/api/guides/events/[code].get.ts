import { currentBundle } from '#domain/catalog/index.ts'
import { ratingFigures } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guides } from '#shared/contract/guides.ts'
import { eventGuide } from '#shared/guides/event-guide.ts'

export default endpoint(guides.event, {
  may: 'anyone',
  async read(look, { code }) {
    const bundle = await currentBundle(look.tx, code)
    const { count, satisfied } = await ratingFigures(look.tx, code)
    return eventGuide(bundle, look.lang, count === 0 ? null : { count, satisfied })
  },
})
