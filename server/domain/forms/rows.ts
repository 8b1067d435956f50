import type { Bundle } from '#shared/catalog/bundle.ts'
import { elementOf } from '#shared/catalog/bundle.ts'
import { showMasked } from '#shared/elements/value.ts'
import type { Known } from '#shared/forms/draft.ts'
import type { Answered } from '#shared/forms/facts.ts'
import type { FactView } from '#shared/forms/view.ts'
import type { Facts, Provenance } from '#shared/rules/judge.ts'
import { say, type Lang } from '#shared/text.ts'

/** Who said a fact, in words. Empty for what the person typed. */
export function sourceName(
  bundle: Pick<Bundle, 'resources' | 'departments' | 'certificateTypes'>,
  source: Provenance,
  lang: Lang,
): string {
  if (source.kind === 'account') return lang === 'zh' ? '您的账号' : 'Your account'
  if (source.kind === 'wallet') return walletName(bundle, source, lang)
  if (source.kind === 'earlier') return lang === 'zh' ? '您上次填的' : 'What you gave before'
  if (source.kind === 'derived') return lang === 'zh' ? '按您的答案填好' : 'Filled in from your answers'
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

function walletName(
  { certificateTypes }: Pick<Bundle, 'certificateTypes'>,
  { certificate = '' }: Provenance,
  lang: Lang,
): string {
  const type = certificateTypes[certificate]
  const name = type ? say(type.name, lang) : ''
  return lang === 'zh' ? `您的证照 · ${name}` : `Your certificates, ${name}`
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
    differs: typed && known && differs(value, known) ? showMasked(element, known.value, lang) : null,
  }
}

/** What is computed from the answers, as a row; none while something is missing for it. */
export function derivedRow(bundle: Bundle, code: string, facts: Facts, lang: Lang): FactView[] {
  const element = elementOf(bundle, code)
  const value = facts(code)?.value
  if (value === undefined) return []
  return [
    {
      element: code,
      label: say(element.label, lang),
      value: showMasked(element, value, lang),
      source: lang === 'zh' ? '按您的答案算出' : 'Worked out from your answers',
      at: null,
      correctable: false,
      differs: null,
    },
  ]
}

function differs(value: unknown, known: Known): boolean {
  return JSON.stringify(value) !== JSON.stringify(known.value)
}
