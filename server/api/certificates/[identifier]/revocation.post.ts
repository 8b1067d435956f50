import { revokeCertificate } from '#domain/certificates/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { certificates } from '#shared/contract/certificates.ts'

export default endpoint(certificates.revoke, {
  may: 'certificates.revoke',
  run: revokeCertificate,
  after: ({ identifier }) => `/verify/${encodeURIComponent(identifier)}`,
})
