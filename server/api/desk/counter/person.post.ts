import { identifyByNumber } from '#domain/counter/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.byNumber, {
  may: 'counter.identify',
  run: identifyByNumber,
  after: () => '/desk/counter',
})
