import { SHARING_TYPES, type Resource, type SharingType } from '#shared/catalog/resource.ts'
import type { ResourceLine, ResourceList } from '#shared/exchange/catalog-view.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { departmentNamed } from './names.ts'

/** Lines on a page. */
const PAGE = 50

interface Filter {
  q: string
  provider: string
  sharing: SharingType | ''
  after: string
}

/** The catalogue of resources, by its numbers; found by words in name, summary and fields, provider, sharing. */
export async function browseResources(
  { lang }: Look,
  { q, provider, sharing, after }: Filter,
): Promise<ResourceList> {
  const all = [...catalog().all('resource')].sort((a, b) => (a.catalogCode < b.catalogCode ? -1 : 1))
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const found = all.filter(
    (resource) => (provider === '' || resource.provider === provider) && says(resource, words),
  )
  const shown = found.filter((resource) => sharing === '' || resource.sharing === sharing)
  const page = shown.filter(({ catalogCode }) => catalogCode > after).slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.map((resource) => lineOf(resource, lang)),
    next: last && last !== shown.at(-1) ? last.catalogCode : null,
    providers: [...new Set(all.map((each) => each.provider))].map((code) => departmentNamed(code, lang)),
    counts: SHARING_TYPES.map((each) => ({
      sharing: each,
      count: found.filter((resource) => resource.sharing === each).length,
    })),
  }
}

function says({ code, catalogCode, name, summary, items }: Resource, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = [code, catalogCode, name, summary, ...items.map((item) => item.name)]
    .map((each) => (typeof each === 'string' ? each : `${each.zh} ${each.en}`))
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

function lineOf(resource: Resource, lang: Lang): ResourceLine {
  const { code, catalogCode, name, provider, sharing, updateCycle, items } = resource
  return {
    code,
    catalogCode,
    name: say(name, lang),
    provider: departmentNamed(provider, lang).name,
    sharing,
    updateCycle,
    fields: items.length,
  }
}
