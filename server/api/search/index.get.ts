import { catalog } from '#domain/catalog/index.ts'
import { search as find } from '#domain/search/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { search } from '#shared/contract/search.ts'
import { underEvents } from '#shared/search/under-events.ts'

export default endpoint(search.find, {
  may: 'anyone',
  async read(look, input) {
    const known = {
      lifeEvent: (code: string) => catalog().find('lifeEvent', code),
      item: (code: string) => catalog().find('item', code),
    }
    return underEvents(await find(look, input), known, look.lang)
  },
})
