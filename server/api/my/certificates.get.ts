import { ownCertificates } from '#domain/certificates/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { certificates } from '#shared/contract/certificates.ts'

export default endpoint(certificates.wallet, { may: 'person', read: ownCertificates })
