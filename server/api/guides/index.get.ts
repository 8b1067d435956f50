import { catalog, currentBundle, offerOf } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guides } from '#shared/contract/guides.ts'
import { guideList } from '#shared/guides/list.ts'

export default endpoint(guides.list, {
  may: 'anyone',
  async read(look) {
    const lifeEvents = catalog()
      .all('lifeEvent')
      .filter(({ code }) => offerOf('lifeEvent', code, look.at).state !== 'ended')
    const bundles = await Promise.all(lifeEvents.map(({ code }) => currentBundle(look.tx, code)))
    return guideList(catalog(), bundles, look.lang)
  },
})
