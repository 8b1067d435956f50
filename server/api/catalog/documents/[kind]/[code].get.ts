import { readDocument } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.document, { may: ['catalog.write', 'catalog.publish'], read: readDocument })
