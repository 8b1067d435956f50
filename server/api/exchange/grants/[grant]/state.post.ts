import { changeGrant } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.changeGrant, {
  may: 'exchange.govern',
  run: changeGrant,
  after: ({ id }) => `/desk/exchange/grants/${id}`,
})
