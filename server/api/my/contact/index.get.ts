import { readContact } from '#domain/notices/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { notices } from '#shared/contract/notices.ts'

export default endpoint(notices.contact, { may: 'person', read: readContact })
