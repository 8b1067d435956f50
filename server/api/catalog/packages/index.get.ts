import { listPackages } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.packages, { may: ['catalog.write', 'catalog.publish'], read: listPackages })
