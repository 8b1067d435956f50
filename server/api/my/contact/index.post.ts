import { chooseContact } from '#domain/notices/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { notices } from '#shared/contract/notices.ts'

export default endpoint(notices.choose, { may: 'person', run: chooseContact, after: () => '/my/contact' })
