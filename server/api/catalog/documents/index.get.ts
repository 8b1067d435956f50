import { listDocuments } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.documents, { may: ['catalog.write', 'catalog.publish'], read: listDocuments })
