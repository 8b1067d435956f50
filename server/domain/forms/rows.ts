import type { Bundle } from '#shared/catalog/bundle.ts'
import { elementOf } from '#shared/catalog/bundle.ts'
import { showMasked, showValue } from '#shared/elements/value.ts'
import type { Known } from '#shared/forms/draft.ts'
import type { Answered } from '#shared/forms/facts.ts'
import type { FactView } from '#shared/forms/view.ts'
import type { Provenance } from '#shared/rules/judge.ts'
import { say, type Lang } from '#shared/text.ts'

/** Who said a fact, in words. Empty for what the person typed. */
export function sourceName(
  bundle: Pick<Bundle, 'resources' | 'departments'>,
  source: Provenance,
  lang: Lang,
): string {
  if (source.kind === 'account') return lang === 'zh' ? '您的账号' : 'Your account'
  const resource = source.resource && bundle.resources[source.resource]
  if (!resource) return ''
  const provider = bundle.departments[resource.provider]
  const name = say(resource.name, lang)
  return provider
    ? lang === 'zh'
      ? `${say(provider.shortName, lang)} · ${name}`
      : `${name}, ${say(provider.shortName, lang)}`
    : name
}

/** A fact of a draft as a row: its value, its source, and what the city says where the person says otherwise. */
export function factRow(bundle: Bundle, code: string, { raw, value, known }: Answered, lang: Lang): FactView {
  const element = elementOf(bundle, code)
  const typed = raw !== undefined
  const source = typed || !known ? '' : sourceName(bundle, known.source, lang)
  return {
    element: code,
    label: say(element.label, lang),
    value: value === undefined ? '' : showMasked(element, value, lang),
    source,
    at: typed ? null : (known?.source.at ?? null),
    correctable: Boolean(known && !known.locked),
    differs: typed && known && differs(value, known) ? showValue(element, known.value, lang) : null,
  }
}

function differs(value: unknown, known: Known): boolean {
  return JSON.stringify(value) !== JSON.stringify(known.value)
}
