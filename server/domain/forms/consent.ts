import { dayOf } from '#shared/calendar/day.ts'
import { takeValue } from '#shared/elements/value.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/documents.ts'
import type { Known, LookupOutcome } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import { holds } from '#shared/rules/judge.ts'
import { say } from '#shared/text.ts'
import { giveConsent, lookUp, type LookupAnswer } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, walk, type LoadedDraft } from './load.ts'
import { stepOf, type SavedStep } from './save-step.ts'

/** Look-ups may need what others found (the father's household needs the marriage), so they go in waves. */
const MOST_WAVES = 4

/** A consent is recorded first; only then is anything looked up, all at once, and filled in. */
export async function decideConsent(
  who: Asking,
  { draft: id, decision }: { draft: string; decision: 'agree' | 'decline' },
): Promise<SavedStep> {
  const agreed = decision === 'agree'
  const consentId = await perform(who, async (act) => {
    const loaded = await loadDraft(act, id)
    stepOf(walk(loaded, act.at), 'consent')
    const resources = [...new Set(loaded.bundle.lifeEvent.lookups.map((plan) => plan.resource))]
    const consent = agreed
      ? await giveConsent(act, {
          personId: loaded.row.personId,
          purpose: id,
          resources,
          shown: shownText(loaded.bundle, resources, who),
        })
      : null
    await changeDraft(act, id, ({ row }) => {
      row.content.consentId = consent
      row.content.saved = [...row.content.saved.filter((code) => code !== 'consent'), 'consent']
    })
    if (!agreed) act.note({ verb: 'forms.declineConsent', subjectKind: 'draft', subjectId: id })
    return consent
  })
  if (consentId) await prefill(who, id, consentId)
  const draft = await look(who, (reading) => loadDraft(reading, id))
  return { draft: id, step: 'consent', next: walk(draft, who.at).next.code, problems: [] }
}

/** Asks every resource whose question can be put, wave by wave, and keeps what came. */
async function prefill(who: Asking, id: string, consentId: string): Promise<void> {
  const asked = new Set<number>()
  for (let wave = 0; wave < MOST_WAVES; wave += 1) {
    const draft = await look(who, (reading) => loadDraft(reading, id))
    const ready = readyPlans(draft, who.at).filter(({ index }) => !asked.has(index))
    if (ready.length === 0) return
    for (const { index } of ready) asked.add(index)
    const answers = await lookUp(
      who,
      ready.map(({ plan, params }) => ({
        resource: plan.resource,
        params,
        subject: { kind: 'person' as const, id: draft.row.personId },
        purpose: id,
        ground: { kind: 'consent' as const, ref: consentId },
      })),
    )
    await perform(who, (act) =>
      changeDraft(act, id, ({ row, bundle }) => {
        ready.forEach(({ plan, index }, i) => {
          const answer = answers[i]
          if (!answer) return
          row.content.lookups[`${plan.resource}#${index}`] = answer.outcome satisfies LookupOutcome
          Object.assign(row.content.knowns, knownsFrom(bundle, plan, answer, who.at))
        })
      }),
    )
  }
}

function readyPlans({ row, bundle }: LoadedDraft, at: number) {
  const facts = draftFacts(bundle, row.content, dayOf(at))
  return bundle.lifeEvent.lookups.flatMap((plan, index) => {
    if (!holds(plan.when, facts)) return []
    const params = Object.entries(plan.ask).map(([name, element]) => [name, facts(element)?.value] as const)
    if (params.some(([, value]) => value === undefined)) return []
    return [{ plan, index, params: Object.fromEntries(params.map(([name, value]) => [name, String(value)])) }]
  })
}

/** Values are judged when they arrive: what does not fit its element is not used. */
function knownsFrom(
  bundle: Bundle,
  plan: LookupPlan,
  answer: LookupAnswer,
  at: number,
): Record<string, Known> {
  const [row] = answer.rows
  if (answer.outcome !== 'found' || !row) return {}
  const locked = new Set(plan.locked)
  return Object.fromEntries(
    Object.entries(plan.gives).flatMap(([code, field]): [string, Known][] => {
      const element = bundle.elements[code]
      const given = row[field]
      if (!element || given === undefined) return []
      const raw = Array.isArray(given) ? [...given] : String(given)
      const { value, fault } = takeValue(element, raw, true, { today: dayOf(at) })
      if (fault || value === undefined) return []
      return [
        [
          code,
          {
            value,
            source: { kind: 'exchange', resource: plan.resource, at: answer.at },
            locked: locked.has(code),
          },
        ],
      ]
    }),
  )
}

function shownText(bundle: Bundle, resources: string[], who: Asking): string {
  return resources
    .map((code) => bundle.resources[code])
    .map((resource) =>
      resource ? `${say(resource.name, who.lang)}: ${say(resource.purpose, who.lang)}` : '',
    )
    .join('\n')
}
