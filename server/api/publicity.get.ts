import { publicities } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { publicity } from '#shared/contract/cases.ts'

export default endpoint(publicity.list, { may: 'anyone', read: publicities })
