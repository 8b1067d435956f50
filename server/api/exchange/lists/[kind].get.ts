import { readList } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.list, {
  may: 'exchange.browse',
  read: readList,
})
