import type { Resource } from '#shared/catalog/resource.ts'
import type { ListKind, ListRow, ListView, Named } from '#shared/exchange/catalog-view.ts'
import { listed, say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { basisNamed, departmentNamed, fieldNames, itemNamed, resourceNamed } from './names.ts'
import { usesNow, usesTogether } from './uses.ts'

/**
 * One of the three lists (三清单), worked out from the catalogue as it is published now: who offers what, what is open
 * to everybody, which service uses what for which fields. `unit` narrows it to a provider, or for uses to a user.
 */
export async function readList(
  { lang }: Pick<Look, 'lang'>,
  { kind, unit }: { kind: ListKind; unit: string },
): Promise<ListView> {
  const rows = kind === 'uses' ? usingRows(lang) : offeredRows(kind, lang)
  const units = new Map(rows.map(({ of }) => [of.code, of]))
  return {
    kind,
    rows: rows.filter(({ of }) => unit === '' || of.code === unit).map(({ row }) => row),
    units: [...units.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

interface Line {
  row: ListRow
  /** The department it is counted to. */
  of: Named
}

function offeredRows(kind: 'shared' | 'open', lang: Lang): Line[] {
  return catalog()
    .all('resource')
    .filter(({ sharing, open }) => (kind === 'open' ? open : sharing !== 'none'))
    .map((resource) => {
      const of = departmentNamed(resource.provider, lang)
      const condition = kind === 'open' ? resource.openCondition : resource.sharingCondition
      const fields = (kind === 'open' && resource.openFields) || resource.outputs
      return {
        of,
        row: {
          code: resource.code,
          resource: say(resource.name, lang),
          catalogCode: resource.catalogCode,
          provider: of.name,
          sharing: resource.sharing,
          condition: condition ? say(condition, lang) : '',
          fields: inWords(resource, fields, lang),
          updateCycle: resource.updateCycle,
          publishedOn: resource.publishedOn,
        },
      }
    })
    .sort((a, b) => (a.row.catalogCode < b.row.catalogCode ? -1 : 1))
}

function usingRows(lang: Lang): Line[] {
  return usesTogether(usesNow()).flatMap(({ first, fields }): Line[] => {
    const resource = catalog().find('resource', first.resource)
    if (!resource) return []
    const of = departmentNamed(first.unit, lang)
    return [
      {
        of,
        row: {
          code: first.item,
          item: itemNamed(first.item, lang).name,
          unit: of.name,
          resource: resourceNamed(first.resource, lang).name,
          provider: departmentNamed(resource.provider, lang).name,
          sharing: resource.sharing,
          fields: inWords(resource, fields, lang),
          basis: basisNamed(first.item, lang),
        },
      },
    ]
  })
}

function inWords(resource: Resource, fields: readonly string[], lang: Lang): string {
  return listed(fieldNames(resource, fields, lang), lang)
}
