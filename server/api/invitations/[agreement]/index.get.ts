import { readInvitation } from '#domain/agreements/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { invitations } from '#shared/contract/agreements.ts'

export default endpoint(invitations.read, { may: 'person', read: readInvitation })
