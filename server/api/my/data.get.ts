import { catalog } from '#domain/catalog/index.ts'
import { lookupsAbout } from '#domain/exchange/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { my } from '#shared/contract/my.ts'
import { say } from '#shared/text.ts'

export default endpoint(my.data, {
  may: 'person',
  async read({ tx, actor, lang }) {
    const rows = actor.kind === 'person' ? await lookupsAbout(tx, actor.id) : []
    return rows.map((row) => {
      const resource = catalog().find('resource', row.resource)
      const provider = resource && catalog().find('department', resource.provider)
      return {
        at: row.at,
        resource: resource ? say(resource.name, lang) : row.resource,
        provider: provider ? say(provider.name, lang) : '',
        fields: row.fields,
        by:
          row.actorKind === 'person'
            ? ('person' as const)
            : row.actorKind === 'staff'
              ? ('staff' as const)
              : ('system' as const),
        ground: row.groundKind,
        outcome: row.outcome,
      }
    })
  },
})
