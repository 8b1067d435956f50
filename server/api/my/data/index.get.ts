import { ownLooks } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

export default endpoint(myData.looks, {
  may: 'person',
  read: ownLooks,
})
