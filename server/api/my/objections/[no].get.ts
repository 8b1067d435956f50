import { readObjection } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

export default endpoint(myData.objection, {
  may: 'person',
  read: readObjection,
})
