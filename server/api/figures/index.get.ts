import { figures } from '#domain/insight/index.ts'
import { ratingFigures } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { insight } from '#shared/contract/insight.ts'

export default endpoint(insight.figures, {
  may: 'anyone',
  async read(look) {
    const [{ count, satisfied, bad, rectified }, counted] = await Promise.all([
      ratingFigures(look.tx),
      figures(look),
    ])
    return {
      ...counted,
      satisfied: { part: satisfied, whole: count },
      rectified: { part: rectified, whole: bad },
    }
  },
})
