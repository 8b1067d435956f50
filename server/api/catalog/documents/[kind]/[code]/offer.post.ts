import { refreshCatalog, setOffer } from '#domain/catalog/index.ts'
import { perform } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.offer, {
  may: 'catalog.publish',
  async flow(who, { kind, code, paused, lastDay, noticeZh, noticeEn }) {
    await perform(who, (act) =>
      setOffer(act, {
        kind,
        code,
        paused: paused === 'yes',
        lastDay,
        notice: { zh: noticeZh, en: noticeEn },
      }),
    )
    await refreshCatalog()
    return { kind, code }
  },
  after: ({ kind, code }) => `/desk/catalog/${kind}/${code}`,
})
