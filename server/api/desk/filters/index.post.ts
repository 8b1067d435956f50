import { keepFilter } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { READS_INBOX } from '#shared/access/reads-inbox.ts'
import { inboxFilters } from '#shared/contract/inbox.ts'
import { inboxQuery } from '#shared/work/inbox-asked.ts'

export default endpoint(inboxFilters.keep, {
  may: READS_INBOX,
  run: keepFilter,
  after: ({ asked }) => `/desk?${inboxQuery({ ...asked })}`,
})
