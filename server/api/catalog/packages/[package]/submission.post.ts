import { submit } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.submit, {
  may: 'catalog.write',
  run: submit,
  after: ({ package: id }) => `/desk/catalog/packages/${id}`,
})
