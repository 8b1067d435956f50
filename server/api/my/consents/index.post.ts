import { agreeToApp } from '#domain/provider/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { appConsents } from '#shared/contract/app-consents.ts'

export default endpoint(appConsents.agree, {
  may: 'person',
  run: agreeToApp,
  after: ({ consent }, { app, type }) =>
    `/my/data/consent?${new URLSearchParams({ app, type, given: consent })}`,
})
