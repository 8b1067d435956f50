import { createHash } from 'node:crypto'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/life-event.ts'
import { fieldName } from '#shared/catalog/resource.ts'
import { isAboutApplicant, lawOf, ownNumbers } from '#shared/exchange/about-whom.ts'
import { fieldsChoosing, fieldsWanted } from '#shared/exchange/only.ts'
import type { ConsentLine } from '#shared/forms/view.ts'
import { mayHold, type Facts } from '#shared/rules/judge.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Agreement } from '../exchange/index.ts'
import { provenBy, sayProvenBy, type ProvenBy } from './proven-by.ts'

/** Edition of the words around the list, `consent_*` in locales/<lang>/apply.json: raised when they say something else. */
const EDITION = '2026-2'

/**
 * What is said on the consent page: what would be asked, of whom, which facts, and on which ground. About others it
 * says as well what has to prove that they stand in a relation to the applicant; what nothing can prove is not asked.
 */
export function consentLines(bundle: Bundle, facts: Facts, lang: Lang): ConsentLine[] {
  const own = ownNumbers(facts)
  const lines = new Map<string, ConsentLine & { codes: Set<string>; choosing: Set<string> }>()
  for (const plan of bundle.lifeEvent.lookups) {
    const resource = bundle.resources[plan.resource]
    const by = askedOn(bundle, plan, facts, own)
    if (!resource || by === null) continue
    const law = by === 'consent' ? '' : say(lawOf(bundle, plan), lang) + sayProvenBy(by, lang)
    const provider = bundle.departments[resource.provider]
    const line = lines.get(`${plan.resource} ${law}`) ?? {
      name: say(resource.name, lang),
      provider: provider ? say(provider.name, lang) : '',
      purpose: say(resource.purpose, lang),
      facts: [],
      law,
      codes: new Set<string>(),
      choosing: new Set<string>(),
    }
    for (const code of Object.keys(plan.gives)) line.codes.add(code)
    for (const field of fieldsChoosing(plan))
      if (!Object.values(plan.gives).includes(field)) line.choosing.add(say(fieldName(resource, field), lang))
    lines.set(`${plan.resource} ${law}`, line)
  }
  return [...lines.values()].map(({ codes, choosing, ...line }) => ({
    ...line,
    facts: [...new Set([...labelsOf(bundle, codes, lang), ...choosing])],
  }))
}

/** On which ground a question would be put: the consent, or the law and what proves the relation; null when it is not. */
function askedOn(
  bundle: Bundle,
  plan: LookupPlan,
  facts: Facts,
  own: ReadonlySet<string>,
): 'consent' | ProvenBy {
  if (!mayHold(plan.when, facts)) return null
  return isAboutApplicant(bundle, plan, facts, own) ? 'consent' : provenBy(bundle, plan, facts)
}

function labelsOf({ elements }: Bundle, codes: ReadonlySet<string>, lang: Lang): string[] {
  return [...new Set([...codes].flatMap((code) => (elements[code] ? [say(elements[code].label, lang)] : [])))]
}

/**
 * What is agreed to, with exactly what was shown. Whom a question is about may only be known when it is asked, so that
 * every resource that was shown is in it; about others the law is the ground all the same.
 */
export function agreementOf(
  bundle: Bundle,
  facts: Facts,
  lang: Lang,
): Pick<Agreement, 'lifeEvent' | 'resources' | 'textVersion' | 'shown'> {
  const fields = new Map<string, Set<string>>()
  const own = ownNumbers(facts)
  for (const plan of bundle.lifeEvent.lookups) {
    if (askedOn(bundle, plan, facts, own) === null) continue
    const { resource } = plan
    const known = fields.get(resource) ?? new Set()
    for (const field of fieldsWanted(plan)) known.add(field)
    fields.set(resource, known)
  }
  const shown = JSON.stringify(consentLines(bundle, facts, lang))
  return {
    lifeEvent: bundle.lifeEvent.code,
    resources: [...fields].map(([resource, known]) => ({ resource, fields: [...known] })),
    textVersion: `${EDITION}-${createHash('sha256').update(shown).digest('hex').slice(0, 8)}`,
    shown,
  }
}
