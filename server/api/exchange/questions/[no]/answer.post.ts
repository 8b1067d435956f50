import { answerQuestion } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { dataReports } from '#shared/contract/data-reports.ts'

export default endpoint(dataReports.answer, {
  may: ['exchange.answer', 'exchange.govern'],
  run: answerQuestion,
  after: ({ no }) => `/desk/exchange/questions/${no}`,
})
