import { readHandOver } from '#domain/supervision/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { absences } from '#shared/contract/supervision.ts'

export default endpoint(absences.handedOver, { may: RIGHTS, read: readHandOver })
