import { identifyByCode, noteWrongCode } from '#domain/counter/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.byCode, {
  may: 'counter.identify',
  run: identifyByCode,
  refused: noteWrongCode,
  after: () => '/desk/counter',
})
