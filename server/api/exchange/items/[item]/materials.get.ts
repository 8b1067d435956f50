import { itemData } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.item, {
  may: 'exchange.browse',
  read: itemData,
})
