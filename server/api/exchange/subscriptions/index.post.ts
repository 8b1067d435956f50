import { subscribe } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.subscribe, {
  may: 'exchange.subscribe',
  run: subscribe,
  after: ({ no }) => `/desk/exchange/subscriptions/${no}`,
})
