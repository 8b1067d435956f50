import { savedFilters } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { READS_INBOX } from '#shared/access/reads-inbox.ts'
import { inboxFilters } from '#shared/contract/inbox.ts'

export default endpoint(inboxFilters.list, { may: READS_INBOX, read: savedFilters })
