import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/life-event.ts'
import { isPublicQuestion } from '#shared/exchange/public.ts'
import { mayHold, type Facts } from '#shared/rules/judge.ts'
import { say, type Lang, type Text } from '#shared/text.ts'

/** What may prove a relation, or `itself` when the answer does; `open` when nothing has to; null when nothing can. */
export type ProvenBy = 'open' | 'itself' | Text[] | null

/** What proves, before somebody else is asked about, that they stand in a relation to the applicant. */
export function provenBy(bundle: Bundle, plan: LookupPlan, facts: Facts): ProvenBy {
  const { lifeEvent, resources, elements, certificateTypes } = bundle
  const { resource, ask, gives, proof } = plan
  const wanted = Object.keys(gives).map((code) => elements[code])
  if (isPublicQuestion(resources[resource] ?? { open: false }, ask, wanted)) return 'open'
  if (!proof) return 'itself'
  const givesProof = (given: Record<string, string>) => proof.some((code) => code in given)
  const registers = lifeEvent.lookups.filter(
    (each) => each !== plan && mayHold(each.when, facts) && givesProof(each.gives),
  )
  const certificates = (lifeEvent.wallet ?? []).filter((each) => givesProof(each.gives))
  const names = [
    ...registers.flatMap((each) => resources[each.resource]?.name ?? []),
    ...certificates.flatMap((each) => certificateTypes[each.certificate]?.name ?? []),
  ]
  return names.length === 0 ? null : [...new Set(names)]
}

/** The same as it is said on the page that asks for the consent, behind the law. */
export function sayProvenBy(by: Exclude<ProvenBy, null>, lang: Lang): string {
  if (by === 'open') return ''
  if (by === 'itself')
    return lang === 'zh'
      ? '；只有登记同时写明您和对方时才有结果'
      : '; it answers only if the record names you as well'
  const names = by.map((name) => (lang === 'zh' ? `“${say(name, lang)}”` : say(name, lang)))
  return lang === 'zh'
    ? `；只有${names.join('或者')}证实了对方与您的关系才查`
    : `; asked only if your relation is confirmed by: ${names.join(', ')}`
}
