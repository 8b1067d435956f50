import { withdrawSubscription } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.withdraw, {
  may: 'exchange.subscribe',
  run: withdrawSubscription,
  after: ({ no }) => `/desk/exchange/subscriptions/${no}`,
})
