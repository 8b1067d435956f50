import { readAppConsent } from '#domain/provider/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appConsents } from '#shared/contract/app-consents.ts'

export default endpoint(appConsents.read, { may: 'person', read: readAppConsent })
