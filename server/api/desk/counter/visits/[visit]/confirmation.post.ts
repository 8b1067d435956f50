import { confirmVisit } from '#domain/counter/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.confirm, {
  may: 'counter.identify',
  flow: confirmVisit,
  after: () => '/desk/counter',
})
