import { blind } from '#db'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { caseFacts } from './load.ts'

/**
 * Whom or what a case is about, as an index that says nothing by itself: the same for two applications about one child.
 * Empty where the life event names nothing, or something of it is not known.
 */
export function aboutOf(bundle: Bundle, content: CaseContent, at: number): string {
  const { code, about = [] } = bundle.lifeEvent
  const factOf = caseFacts(bundle, content, at)
  const values = about.map((element) => factOf(element)?.value)
  if (values.length === 0 || values.some((value) => value === undefined || value === '')) return ''
  return blind(`case about ${code} ${JSON.stringify(values)}`)
}
