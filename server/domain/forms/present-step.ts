import type { Bundle } from '#shared/catalog/bundle.ts'
import { elementOf } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { answered } from '#shared/forms/facts.ts'
import { canVisit, type Journey, type Step } from '#shared/forms/journey.ts'
import type { FactView, FieldView, StepView } from '#shared/forms/view.ts'
import type { Problem } from '#shared/problem.ts'
import { elementsOf, type FactValue } from '#shared/rules/condition.ts'
import { mayHold } from '#shared/rules/judge.ts'
import { say, type Lang } from '#shared/text.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { fieldOf, typedValue } from './fields.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import { presentMaterials } from './present-materials.ts'
import { factRow } from './rows.ts'
import { judgeStep } from './save-step.ts'

/**
 * One page of the form, drawn from the draft.
 * @param correct an element the person wants to correct: shown as a field although it is known
 */
export async function presentStep(
  look: Look,
  { draft: id, step: code, correct }: { draft: string; step: string; correct?: string },
): Promise<StepView> {
  const draft = await loadDraft(look, id)
  if (draft.row.state !== 'open') throw new Refusal('not_found')
  const journey = walk(draft, look.at)
  // A step that is not open yet, or no longer asked, leads to the one that is.
  const asked = journey.steps.find((each) => each.code === code)
  const step = asked && canVisit(journey, asked) ? asked : journey.next
  const tried = draft.row.content.saved.includes(`${step.code}!`)
  const rejected = step.kind === 'materials' ? draft.row.content.rejected : []
  const problems = [...rejected, ...(tried ? judgeStep(draft, journey, step, look.at) : [])]
  const { bundle, row } = draft
  const i = journey.steps.indexOf(step)
  return {
    draft: id,
    lifeEvent: { code: bundle.lifeEvent.code, title: say(bundle.lifeEvent.title, look.lang) },
    step: step.code,
    kind: step.kind,
    ...headingOf(bundle, step, look.lang),
    number: i + 1,
    of: journey.steps.length,
    savedAt: row.updatedAt,
    back: journey.steps[i - 1]?.code ?? null,
    ...pageContent(draft, journey, step, { correct, problems, lang: look.lang, today: dayOf(look.at) }),
    notices: step.kind === 'consent' ? journey.plan.notices.map((each) => say(each, look.lang)) : [],
    blocked: journey.plan.blocked.map(({ message }) => say(message, look.lang)),
    problems,
    materials:
      step.kind === 'materials'
        ? presentMaterials(bundle, journey.materials, row.content, look.lang, problems)
        : [],
    lookups: step.kind === 'consent' ? consentLines(bundle, journey, look.lang) : [],
    unavailable: unavailableOf(bundle, row.content.lookups, look.lang),
  }
}

/** Titles come from the catalogue; those of the fixed steps from the interface texts of the page. */
function headingOf(bundle: Bundle, step: Step, lang: Lang): { title: string; lead: string } {
  const page =
    step.kind === 'page' ? bundle.lifeEvent.pages.find((each) => each.code === step.code) : undefined
  if (page) return { title: say(page.title, lang), lead: page.lead ? say(page.lead, lang) : '' }
  const situation = bundle.lifeEvent.situations.find((each) => each.element === step.elements[0])
  if (step.kind === 'situation' && situation) {
    return { title: say(situation.question, lang), lead: situation.hint ? say(situation.hint, lang) : '' }
  }
  return { title: '', lead: '' }
}

interface Drawing {
  correct: string | undefined
  problems: Problem[]
  lang: Lang
  today: string
}

function pageContent(
  draft: LoadedDraft,
  journey: Journey,
  step: Step,
  drawing: Drawing,
): Pick<StepView, 'facts' | 'fields' | 'conditional' | 'known'> {
  if (step.kind !== 'page' && step.kind !== 'situation')
    return { facts: [], fields: [], conditional: [], known: {} }
  const { bundle, row } = draft
  const facts: FactView[] = []
  const fields: FieldView[] = []
  const conditional = step.kind === 'page' ? conditionalOf(bundle, journey, step) : []
  for (const code of [
    ...step.elements,
    ...conditional.filter((each) => !step.elements.includes(each.name)).map((each) => each.name),
  ]) {
    const state = answered(bundle, row.content, code, drawing.today)
    const asFact =
      state.known && (state.known.locked || (state.raw === undefined && code !== drawing.correct))
    if (asFact) facts.push(factRow(bundle, code, state, drawing.lang))
    else fields.push(drawField(draft, journey, step, code, drawing))
  }
  return { facts, fields, conditional, known: knownFor(journey, conditional) }
}

function drawField(
  { bundle, row }: LoadedDraft,
  journey: Journey,
  step: Step,
  code: string,
  { problems, lang, today }: Drawing,
): FieldView {
  const element = elementOf(bundle, code)
  const { raw, known } = answered(bundle, row.content, code, today)
  const preset = bundle.lifeEvent.situations.find((each) => each.element === code)?.preset
  const value = raw ?? (known ? typedValue(element, known.value) : (preset ?? ''))
  const required = step.kind === 'situation' || !(journey.needs.get(code)?.optional ?? false)
  return fieldOf(element, lang, {
    value,
    required,
    problem: problems.find((each) => each.field === code) ?? null,
  })
}

/** Fields of a page that other fields of the same page decide upon: the browser shows and hides them by the same rule. */
function conditionalOf(bundle: Bundle, journey: Journey, step: Step): StepView['conditional'] {
  const page = bundle.lifeEvent.pages.find((each) => each.code === step.code)
  const onPage = new Set(page?.elements ?? [])
  return (page?.elements ?? []).flatMap((name) => {
    const needs = journey.plan.items.flatMap((item) => item.needs.filter((need) => need.element === name))
    const conditions = needs.flatMap((need) => (need.when ? [need.when] : []))
    if (needs.length === 0 || conditions.length < needs.length) return []
    if (!conditions.flatMap(elementsOf).some((element) => onPage.has(element))) return []
    const otherwiseOpen = conditions.filter((when) => mayHold(withoutPage(when, onPage), journey.facts))
    return otherwiseOpen.length > 0 ? [{ name, when: { any: otherwiseOpen } }] : []
  })
}

/** A condition that only asks about the page itself may still come to hold; others are decided already. */
function withoutPage(when: Parameters<typeof elementsOf>[0], onPage: ReadonlySet<string>) {
  return elementsOf(when).some((element) => onPage.has(element)) ? undefined : when
}

function knownFor(journey: Journey, conditional: StepView['conditional']): Record<string, FactValue> {
  const elements = new Set(conditional.flatMap((each) => elementsOf(each.when)))
  return Object.fromEntries(
    [...elements].flatMap((element) => {
      const fact = journey.facts(element)
      return fact ? [[element, fact.value]] : []
    }),
  )
}

function consentLines(bundle: Bundle, journey: Journey, lang: Lang): StepView['lookups'] {
  const codes = new Set(
    bundle.lifeEvent.lookups.filter((plan) => mayHold(plan.when, journey.facts)).map((plan) => plan.resource),
  )
  return [...codes].flatMap((code) => {
    const resource = bundle.resources[code]
    if (!resource) return []
    const provider = bundle.departments[resource.provider]
    return [
      {
        name: say(resource.name, lang),
        provider: provider ? say(provider.name, lang) : '',
        purpose: say(resource.purpose, lang),
      },
    ]
  })
}

function unavailableOf(bundle: Bundle, lookups: Record<string, string>, lang: Lang): string[] {
  const codes = new Set(
    Object.entries(lookups)
      .filter(([, outcome]) => outcome === 'unavailable')
      .map(([key]) => key.split('#')[0] ?? ''),
  )
  return [...codes].flatMap((code) => {
    const resource = bundle.resources[code]
    return resource ? [say(resource.name, lang)] : []
  })
}
