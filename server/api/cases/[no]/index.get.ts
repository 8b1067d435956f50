import { presentOwnCase } from '#domain/cases/index.ts'
import { ratingOfCase } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.read, {
  may: 'person',
  async read(look, input) {
    const view = await presentOwnCase(look, input)
    const isRated = view.moves.includes('rate') && (await ratingOfCase(look.tx, view.id)) !== undefined
    return isRated
      ? { ...view, moves: view.moves.map((move) => (move === 'rate' ? 'readRating' : move)) }
      : view
  },
})
