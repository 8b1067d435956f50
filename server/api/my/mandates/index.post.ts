import { giveMandate } from '#domain/identity/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { mandates } from '#shared/contract/mandates.ts'

export default endpoint(mandates.give, { may: 'person', run: giveMandate, after: () => '/my/mandates' })
