import { readTrail } from '#domain/audit/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { audit } from '#shared/contract/audit.ts'

export default endpoint(audit.list, { may: 'audit.read', read: readTrail })
