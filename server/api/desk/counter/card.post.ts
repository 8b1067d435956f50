import { identifyByCard } from '#domain/counter/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.byCard, {
  may: 'counter.identify',
  run: identifyByCard,
  after: () => '/desk/counter',
})
