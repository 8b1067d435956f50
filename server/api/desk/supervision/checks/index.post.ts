import { drawChecks } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { supervision } from '#shared/contract/supervision.ts'

export default endpoint(supervision.draw, {
  may: ['work.supervise', 'cases.approve'],
  run: drawChecks,
  after: () => '/desk/supervision/checks',
})
