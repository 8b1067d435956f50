import { answerRectification } from '#domain/ratings/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ratings } from '#shared/contract/ratings.ts'

export default endpoint(ratings.answer, {
  may: 'rectifications.handle',
  run: answerRectification,
  after: ({ id }) => `/desk/rectifications/${id}`,
})
