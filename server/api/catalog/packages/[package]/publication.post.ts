import { publish, refreshCatalog } from '#domain/catalog/index.ts'
import { perform } from '#domain/perform.ts'
import { nudgeJobs } from '#server/jobs/run.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { catalog } from '#shared/contract/catalog.ts'

export default endpoint(catalog.publish, {
  may: 'catalog.publish',
  async flow(who, input) {
    const done = await perform(who, (act) => publish(act, input))
    await refreshCatalog()
    nudgeJobs()
    return done
  },
  after: ({ package: id }) => `/desk/catalog/packages/${id}`,
})
