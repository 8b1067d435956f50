import { deskInbox } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { READS_INBOX } from '#shared/access/reads-inbox.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.inbox, {
  may: READS_INBOX,
  read: deskInbox,
})
