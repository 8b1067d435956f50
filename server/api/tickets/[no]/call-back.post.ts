import { callBack } from '#domain/hotline/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { hotline } from '#shared/contract/hotline.ts'

export default endpoint(hotline.callBack, {
  may: 'person',
  run: callBack,
  after: ({ no }) => `/hotline/${no}`,
})
