import { sendBack } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.sendBack, {
  may: 'catalog.publish',
  run: sendBack,
  after: ({ package: id }) => `/desk/catalog/packages/${id}`,
})
