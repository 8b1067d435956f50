import { dayOf } from '../calendar/day.ts'
import { showValue } from '../elements/value.ts'
import type { Published } from '../guides/published.ts'
import { sayCondition } from '../guides/say-condition.ts'
import { otherOf, type LeafCondition } from '../rules/condition.ts'
import type { Fact, Judgement, Verdict } from '../rules/judge.ts'
import type { Lang } from '../text.ts'
import type { EnterpriseFacts } from './facts.ts'
import type { JudgedCondition, JudgedFact, MissingFact } from './views.ts'

/** What an explanation is told with. */
export interface Telling {
  published: Published
  known: EnterpriseFacts
  lang: Lang
}

/** The lines of a judged rule: its parts where all must hold, else itself. */
export function explain(judgement: Judgement, telling: Telling): JudgedCondition[] {
  const parts = judgement.combine === 'all' ? (judgement.parts ?? []) : [judgement]
  return parts.map((part) => explainPart(part, telling))
}

/** Each fact that is missing where it would decide, once. */
export function missingIn(conditions: readonly JudgedCondition[]): MissingFact[] {
  const found = conditions
    .filter(({ verdict }) => verdict === 'unknown')
    .flatMap((each) => ('parts' in each ? missingIn(each.parts) : (each.missing ?? [])))
  return [...new Map(found.map((missing) => [missing.label, missing])).values()]
}

/** `not` before a single condition is told as that condition: its clause is written for the two together. */
function explainPart(judgement: Judgement, telling: Telling): JudgedCondition {
  const { verdict, combine, parts = [] } = judgement
  const [only] = parts
  if (combine === 'not' && only?.leaf) return explainLeaf(verdict, only.leaf, only, telling)
  if (combine) return { verdict, combine, parts: parts.map((part) => explainPart(part, telling)) }
  if (!judgement.leaf) throw new Error('a judgement is either a leaf or a branch')
  return explainLeaf(verdict, judgement.leaf, judgement, telling)
}

function explainLeaf(
  verdict: Verdict,
  leaf: LeafCondition,
  { fact, other }: Pick<Judgement, 'fact' | 'other'>,
  telling: Telling,
): JudgedCondition {
  const { published, lang } = telling
  const compared = otherOf(leaf)
  const lacking = !fact ? leaf.element : compared !== undefined && !other ? compared : undefined
  return {
    verdict,
    clause: sayCondition(leaf, (code) => published.one('element', code), lang),
    fact: fact ? tellFact(leaf.element, fact, telling) : null,
    missing: lacking === undefined ? null : tellMissing(lacking, telling),
  }
}

function tellFact(code: string, { value, source }: Fact, { published, lang }: Telling): JudgedFact {
  const element = published.one('element', code)
  const division = code.endsWith('.divisionCode') ? published.find('division', String(value)) : undefined
  const { name, provider } = tellSource(source.resource, published, lang)
  return {
    label: element.label[lang],
    value: division ? division.name[lang] : showValue(element, value, lang) || NONE[lang],
    source: name,
    provider,
    day: source.at === undefined ? '' : dayOf(source.at),
  }
}

/** An empty list is an answer: the register knows of none. */
const NONE = { zh: '无', en: 'None' } as const satisfies Record<Lang, string>

const REASONS = {
  found: 'not_recorded',
  'not-found': 'not_found',
  several: 'not_found',
  unavailable: 'unavailable',
  refused: 'unavailable',
} as const

function tellMissing(code: string, { published, known, lang }: Telling): MissingFact {
  const asked = known.askedOf(code)
  const { name, provider, phone } = tellSource(asked?.resource, published, lang)
  return {
    label: published.one('element', code).label[lang],
    reason: asked ? REASONS[asked.outcome] : 'not_asked',
    source: name,
    provider,
    phone,
  }
}

function tellSource(code: string | undefined, published: Published, lang: Lang) {
  const resource = code === undefined ? undefined : published.one('resource', code)
  const provider = resource && published.find('department', resource.provider)
  return {
    name: resource?.name[lang] ?? '',
    provider: provider?.shortName[lang] ?? '',
    phone: provider?.phone ?? '12345',
  }
}
