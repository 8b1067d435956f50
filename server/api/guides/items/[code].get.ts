import { publishedItem, publishedWith } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guideAround } from '#server/utils/guide-around.ts'
import { guides } from '#shared/contract/guides.ts'
import { itemGuide } from '#shared/guides/item-guide.ts'
import { lifeEventsWith } from '#shared/guides/published.ts'
import { Refusal } from '#shared/refusal.ts'

export default endpoint(guides.item, {
  may: 'anyone',
  async read(look, { code }) {
    const item = await publishedItem(look.tx, code)
    if (!item) throw new Refusal('not_found')
    const published = publishedWith(item)
    const lifeEvents = lifeEventsWith(published, code).map((event) => event.code)
    const around = await guideAround(look, { kind: 'item', code }, [item], lifeEvents)
    return itemGuide(published, item, look.lang, around)
  },
})
