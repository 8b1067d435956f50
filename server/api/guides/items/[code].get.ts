import { catalog } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guides } from '#shared/contract/guides.ts'
import { itemGuide } from '#shared/guides/item-guide.ts'
import { Refusal } from '#shared/refusal.ts'

export default endpoint(guides.item, {
  may: 'anyone',
  async read(look, { code }) {
    const item = catalog().find('item', code)
    if (!item) throw new Refusal('not_found')
    return itemGuide(catalog(), item, look.lang)
  },
})
