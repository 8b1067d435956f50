import { endMandate } from '#domain/identity/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { mandates } from '#shared/contract/mandates.ts'

export default endpoint(mandates.end, { may: 'person', run: endMandate, after: () => '/my/mandates' })
