import { currentBundle } from '#domain/catalog/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { guideAround } from '#server/utils/guide-around.ts'
import { guides } from '#shared/contract/guides.ts'
import { eventGuide } from '#shared/guides/event-guide.ts'

export default endpoint(guides.event, {
  may: 'anyone',
  async read(look, { code }) {
    const bundle = await currentBundle(look.tx, code)
    const items = Object.values(bundle.items)
    return eventGuide(bundle, look.lang, await guideAround(look, { kind: 'lifeEvent', code }, items, [code]))
  },
})
