import { acknowledgeAlert } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeBoard } from '#shared/contract/exchange-board.ts'

export default endpoint(exchangeBoard.acknowledge, {
  may: ['exchange.govern', 'exchange.provide'],
  run: acknowledgeAlert,
  after: () => '/desk/exchange/board#alerts',
})
