import { whomFor } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { starting } from '#shared/contract/starting.ts'

export default endpoint(starting.whom, { may: 'person', read: whomFor })
