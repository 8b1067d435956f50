import { board } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { exchangeBoard } from '#shared/contract/exchange-board.ts'

export default endpoint(exchangeBoard.read, { may: ['exchange.govern', 'exchange.provide'], read: board })
