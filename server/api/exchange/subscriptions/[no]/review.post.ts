import { reviewSubscription } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.review, {
  may: 'exchange.govern',
  run: reviewSubscription,
  after: ({ no }) => `/desk/exchange/subscriptions/${no}`,
})
