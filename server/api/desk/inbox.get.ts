import { deskInbox } from '#domain/insight/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { deskCases } from '#shared/contract/cases.ts'

export default endpoint(deskCases.inbox, {
  may: ['cases.read', 'tickets.read', 'rectifications.read', 'exchange.browse'],
  read: deskInbox,
})
