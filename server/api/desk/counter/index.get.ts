import { readCounter } from '#domain/counter/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.read, { may: 'counter.identify', read: readCounter })
