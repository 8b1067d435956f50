import { readChecks } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { supervision } from '#shared/contract/supervision.ts'

export default endpoint(supervision.checks, { may: ['work.supervise', 'cases.approve'], read: readChecks })
