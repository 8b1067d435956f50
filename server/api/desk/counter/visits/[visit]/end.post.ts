import { endVisit } from '#domain/counter/index.ts'
import { clearScreen } from '#domain/screens/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { counter } from '#shared/contract/counter.ts'

export default endpoint(counter.end, {
  may: 'counter.identify',
  async run(act, input) {
    await clearScreen(act)
    return endVisit(act, input)
  },
  after: ({ hall }) => (hall ? `/desk/queue/${hall}` : '/desk/counter'),
})
