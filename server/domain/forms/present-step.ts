import type { Actor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { elementOf } from '#shared/catalog/bundle.ts'
import type { DataElement } from '#shared/elements/element.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { signerOf, type Answered } from '#shared/forms/facts.ts'
import { canVisit, type Journey, type Step } from '#shared/forms/journey.ts'
import type { FactView, FieldView, StepView } from '#shared/forms/view.ts'
import { nameOfPart } from '#shared/forms/unneeded.ts'
import type { Problem } from '#shared/problem.ts'
import { elementsOf, type FactValue } from '#shared/rules/condition.ts'
import { mayHold } from '#shared/rules/judge.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { typedValue } from '#shared/elements/value.ts'
import { arrived } from './coming.ts'
import { consentLines } from './consent-shown.ts'
import { fieldOf } from './fields.ts'
import { knownFiles } from './known-files.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import { blockedViews, presentGuidance } from './present-guidance.ts'
import { presentMaterials } from './present-materials.ts'
import { matchesOn, unavailableOf, unusableOn } from './present-look-ups.ts'
import { derivedRow, factRow } from './rows.ts'
import { judgeStep, seenOf } from './save-step.ts'
import { draftTitle } from './title.ts'
import { isWithheld } from './withheld.ts'

/**
 * One page of the form, drawn from the draft.
 * @param correct an element the person wants to correct: shown as a field although it is known
 */
export async function presentStep(
  look: Look,
  { draft: id, step: code, correct }: { draft: string; step: string; correct?: string },
): Promise<StepView> {
  await arrived(id, code)
  const draft = await loadDraft(look, id)
  if (draft.row.state !== 'open') throw new Refusal('not_found')
  const journey = walk(draft, look.at)
  // A step that is not open yet, or no longer asked, leads to the one that is.
  const asked = journey.steps.find((each) => each.code === code)
  const step = asked && canVisit(journey, asked) ? asked : journey.next
  const tried = draft.row.content.saved.includes(`${step.code}!`)
  const rejected = draft.row.content.rejected.filter(
    ({ field }) => step.kind === 'materials' || step.elements.includes(field),
  )
  const problems = [...rejected, ...(tried ? judgeStep(draft, journey, step, look.lang) : [])]
  const { bundle, row } = draft
  const i = journey.steps.indexOf(step)
  return {
    draft: id,
    lifeEvent: { code: bundle.lifeEvent.code, title: await draftTitle(look, draft) },
    step: step.code,
    kind: step.kind,
    ...headingOf(bundle, step, look.lang),
    number: i + 1,
    of: journey.steps.length,
    savedAt: row.updatedAt,
    seen: seenOf(row.content, step),
    changes: changesOf(draft, look.lang),
    back: journey.steps[i - 1]?.code ?? null,
    home: look.actor.kind === 'staff' ? '/desk/assist' : '/my',
    ...pageContent(draft, journey, step, {
      correct,
      problems,
      lang: look.lang,
      actor: look.actor,
    }),
    notices: step.kind === 'consent' ? noticesOf(draft, journey, look.lang) : [],
    blocked: blockedViews(journey, look.lang),
    ...(step.kind === 'situation' && { guidance: presentGuidance(bundle, journey, look.lang) }),
    problems,
    materials:
      step.kind === 'materials'
        ? presentMaterials(
            bundle,
            journey.materials,
            row.content,
            look.lang,
            problems,
            await knownFiles(look, draft, journey.materials),
          )
        : [],
    lookups: step.kind === 'consent' ? consentLines(bundle, journey.facts, look.lang) : [],
    unavailable: unavailableOf(bundle, row.content.lookups, look.lang),
    matches: matchesOn(bundle, row.content, step, look.lang),
    unusable: unusableOn(draft, journey, step, look.lang),
  }
}

/** What is different since the draft was opened last, or since the last answer. */
function changesOf({ changes = [], row, bundle }: LoadedDraft, lang: Lang): StepView['changes'] {
  const unneeded = (row.content.unneeded ?? []).flatMap((code) => nameOfPart(bundle, code) ?? [])
  return [
    ...changes.map(({ what, text }) => ({ what, text: say(text, lang) })),
    ...unneeded.map((text) => ({ what: 'not-asked-any-more' as const, text: say(text, lang) })),
  ]
}

/** What is said where they decide about the look-ups: first, why they are asked again. */
function noticesOf({ row }: LoadedDraft, { plan }: Journey, lang: Lang): string[] {
  const { takenOut } = row.content
  return [...(takenOut ? [TAKEN_OUT[takenOut]] : []), ...plan.notices].map((each) => say(each, lang))
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

/** Why what was looked up is gone. */
const TAKEN_OUT: Readonly<Record<NonNullable<DraftContent['takenOut']>, Text>> = {
  withdrawn: {
    zh: '您撤回了查询的同意，查来的内容已经去掉，您自己填的都还在。请重新决定：可以再同意，也可以自己填。',
    en: 'You withdrew your consent, so what was looked up has been taken out; what you typed is still there. Decide again: you may agree anew, or fill it in yourself.',
  },
  changed: {
    zh: '有预填的信息与登记的不一致，查来的内容已经去掉，您自己填的都还在。请重新决定：可以再查一次，也可以自己填。',
    en: 'Something that was filled in is not what the register says, so what was looked up has been taken out; what you typed is still there. Decide again: it can be looked up anew, or you fill it in yourself.',
  },
}

/** Beside a value that was reported wrong. */
const VERIFYING = { zh: '数据异议核实中', en: 'reported as wrong, being checked' } as const satisfies Text

interface Drawing {
  correct: string | undefined
  problems: Problem[]
  lang: Lang
  /** Who reads it. */
  actor: Actor
}

function pageContent(
  draft: LoadedDraft,
  journey: Journey,
  step: Step,
  drawing: Drawing,
): Pick<StepView, 'facts' | 'fields' | 'conditional' | 'known'> {
  if (step.kind !== 'page' && step.kind !== 'situation')
    return { facts: [], fields: [], conditional: [], known: {} }
  const { bundle } = draft
  const facts: FactView[] = []
  const fields: FieldView[] = []
  const conditional = step.kind === 'page' ? conditionalOf(bundle, journey, step) : []
  for (const code of [
    ...step.elements,
    ...conditional.filter((each) => !step.elements.includes(each.name)).map((each) => each.name),
  ]) {
    const state = journey.answers(code)
    if (bundle.elements[code]?.derive) {
      facts.push(...derivedRow(bundle, code, journey.facts, drawing.lang))
      continue
    }
    const asFact =
      state.known && (state.known.locked || (state.raw === undefined && code !== drawing.correct))
    if (asFact)
      facts.push({
        ...disputed(factRow(bundle, code, state, drawing.lang), draft, drawing.lang),
        ...wayFor(draft, step, code, state, drawing),
      })
    else fields.push(drawField(draft, journey, step, code, drawing))
  }
  return { facts, fields, conditional, known: knownFor(journey, conditional) }
}

/** Says beside its source that a value was reported wrong and is being verified. */
function disputed(fact: FactView, { row }: LoadedDraft, lang: Lang): FactView {
  const isReported = row.content.disputed?.[fact.element] !== undefined
  return isReported ? { ...fact, source: `${fact.source} · ${VERIFYING[lang]}` } : fact
}

/** Where it can be said that a known value is wrong: corrected on this page, or reported when it is locked. */
function wayFor(
  { row }: LoadedDraft,
  step: Step,
  code: string,
  { known }: Answered,
  { actor }: Drawing,
): Pick<FactView, 'way'> {
  const element = encodeURIComponent(code)
  if (!known?.locked) return { way: `/apply/${row.id}/${step.code}?correct=${element}` }
  // Only people report a wrong value, not who fills it in at a counter.
  const isReportable = actor.kind === 'person' && known.source.kind === 'exchange'
  return isReportable ? { way: `/my/data/objections/new?draft=${row.id}&element=${element}` } : {}
}

/** Under a field that does not give back what is registered. */
const STAYS = {
  zh: '这里不显示登记的内容；留空就按登记的办',
  en: 'What is registered is not shown here; left empty, it stays as it is registered',
} as const satisfies Text
const BETWEEN = { zh: '。', en: '. ' } as const satisfies Text

/** Native pickers show nothing but their own spelling: a day that was typed as 2026/1/2 is given back as 2026-01-02. */
const PICKED = new Set<DataElement['type']>(['date', 'month', 'moment', 'period', 'timeSlot'])

function drawField(
  { bundle, row }: LoadedDraft,
  journey: Journey,
  step: Step,
  code: string,
  { problems, lang, actor }: Drawing,
): FieldView {
  const element = elementOf(bundle, code)
  const { raw, known, value: taken } = journey.answers(code)
  const withheld = isWithheld(bundle, code, known, journey.facts, { actor, personId: row.personId })
  const preset = bundle.lifeEvent.situations.find((each) => each.element === code)?.preset
  const said = raw !== undefined && taken !== undefined && PICKED.has(element.type) ? taken : undefined
  const value =
    (said !== undefined ? typedValue(element, said) : raw) ??
    (known && !withheld ? typedValue(element, known.value) : (preset ?? ''))
  const required = step.kind === 'situation' || !(journey.needs.get(code)?.optional ?? false)
  const field = fieldOf(element, lang, {
    value,
    required: required && !withheld,
    problem: problems.find((each) => each.field === code) ?? null,
    ...(element.type === 'signature' && signerFor(element, journey)),
  })
  return withheld ? { ...field, hint: [field.hint, STAYS[lang]].filter(Boolean).join(BETWEEN[lang]) } : field
}

/** The name to sign with, so that the browser can say at once when it is another. */
function signerFor(element: DataElement, { answers }: Journey): { signer?: string } {
  const { value } = answers(signerOf(element))
  return typeof value === 'string' ? { signer: value } : {}
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
