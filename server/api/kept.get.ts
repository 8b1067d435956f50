import { takeKeptForm } from '#domain/forms/index.ts'
import { knownBrowserToken } from '#server/utils/browser-token.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { kept } from '#shared/contract/kept.ts'

export default endpoint(kept.read, {
  may: 'anyone',
  flow: (who, { action }, event) => takeKeptForm(who, knownBrowserToken(event), action),
})
