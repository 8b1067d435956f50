import { presentOwnCase } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.read, { may: 'person', read: presentOwnCase })
