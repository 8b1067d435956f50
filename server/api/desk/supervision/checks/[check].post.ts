import { checkDecision } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { supervision } from '#shared/contract/supervision.ts'

export default endpoint(supervision.check, {
  may: ['work.supervise', 'cases.approve'],
  run: checkDecision,
  after: () => '/desk/supervision/checks',
})
