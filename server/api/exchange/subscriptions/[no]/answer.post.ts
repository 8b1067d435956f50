import { answerSubscription } from '#domain/grants/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'

export default endpoint(exchangeCatalog.answer, {
  may: 'exchange.provide',
  run: answerSubscription,
  after: ({ no }) => `/desk/exchange/subscriptions/${no}`,
})
