import { presentDeskCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.read, { may: 'cases.read', read: presentDeskCase })
