import { askWhy } from '#domain/footprint/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { myData } from '#shared/contract/my-data.ts'

export default endpoint(myData.ask, {
  may: 'person',
  run: askWhy,
  after: ({ lookup }) => `/my/data/${lookup}`,
})
