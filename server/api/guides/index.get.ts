import { catalog } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guides } from '#shared/contract/guides.ts'
import { guideList } from '#shared/guides/list.ts'

export default endpoint(guides.list, {
  may: 'anyone',
  read: async (look) => guideList(catalog(), look.lang),
})
