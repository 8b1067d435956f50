import { revokeConsent } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

export default endpoint(myData.revoke, {
  may: 'person',
  async run(act, { consent }) {
    await revokeConsent(act, consent)
    return { ok: true as const }
  },
  after: () => '/my/data/consents',
})
