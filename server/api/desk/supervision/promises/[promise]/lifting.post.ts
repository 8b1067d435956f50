import { liftPromise } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { supervision } from '#shared/contract/supervision.ts'

export default endpoint(supervision.lift, {
  may: ['work.supervise', 'cases.approve'],
  run: liftPromise,
  after: () => '/desk/supervision/checks',
})
