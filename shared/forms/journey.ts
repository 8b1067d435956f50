import type { Bundle } from '../catalog/bundle.ts'
import { holds, type Facts } from '../rules/judge.ts'
import { refutedChecks } from './cross-checks.ts'
import { answersOf, draftFacts, type Answers, type WorkedOut } from './facts.ts'
import type { DraftContent } from './draft.ts'
import { isTold, mergeNeeds, type MergedNeeds } from './merged-needs.ts'
import { materialsOf, planOf, type FoundInstead, type MaterialState, type Plan } from './plan.ts'

export type StepKind = 'situation' | 'consent' | 'page' | 'materials' | 'check'

export interface Step {
  /** The last part of its address: `s1` …, `consent`, the code of a page, `materials`, `check`. */
  code: string
  kind: StepKind
  /** Elements this step asks for or shows. */
  elements: string[]
  done: boolean
}

/** The steps of a draft, and how far it has come. */
export interface Route {
  steps: Step[]
  /** The first step not done; `check` when all others are. */
  next: Step
}

/** A draft seen whole: its facts, what they come to, the steps and which is next. Derived, never stored. */
export interface Journey extends Route {
  answers: Answers
  facts: Facts
  plan: Plan
  needs: MergedNeeds
  materials: MaterialState[]
}

/**
 * Walks a draft from its first question.
 * @param today `YYYY-MM-DD`
 * @param found answers of this draft that were worked out today, see `answersOf`
 */
export function journeyOf(bundle: Bundle, content: DraftContent, today: string, found?: WorkedOut): Journey {
  const answers = answersOf(bundle, content, today, found)
  const facts = draftFacts(bundle, content, today, answers)
  const plan = planOf(bundle, facts)
  const needs = mergeNeeds(bundle, plan.items, facts)
  const others = signedByOthers(bundle, facts)
  const materials = materialsOf(bundle, plan, facts, foundInstead(content)).filter(
    ({ material }) => !others.has(material.code),
  )
  const saved = new Set(content.saved)

  const isFine = (element: string, optional: boolean): boolean => {
    const { value, fault } = answers(element)
    return !fault && (optional || value !== undefined)
  }
  const situations = bundle.lifeEvent.situations.flatMap((situation, i): Step[] => {
    if (!holds(situation.showWhen, facts)) return []
    const code = `s${i + 1}`
    return [
      {
        code,
        kind: 'situation',
        elements: [situation.element],
        done: saved.has(code) && isFine(situation.element, false),
      },
    ]
  })
  const refuted = new Set(refutedChecks(bundle.lifeEvent, facts).flatMap(({ fields }) => fields))
  const pages = bundle.lifeEvent.pages.flatMap((page): Step[] => {
    const elements = page.elements.filter((element) => needs.has(element) || isTold(bundle.elements[element]))
    if (!elements.some((element) => needs.has(element))) return []
    const fine = elements.every((element) => {
      const need = needs.get(element)
      return !need || (!refuted.has(element) && isFine(element, need.optional))
    })
    return [{ code: page.code, kind: 'page', elements, done: saved.has(page.code) && fine }]
  })
  const toGive = materials.filter((each) => each.state !== 'exempt')
  const steps: Step[] = [
    ...situations,
    { code: 'consent', kind: 'consent', elements: [], done: saved.has('consent') },
    ...pages,
    ...(toGive.length > 0
      ? [
          {
            code: 'materials',
            kind: 'materials' as const,
            elements: [],
            done: saved.has('materials') && toGive.every((each) => isGiven(each, content)),
          },
        ]
      : []),
  ]
  const check: Step = { code: 'check', kind: 'check', elements: [], done: false }
  return {
    answers,
    facts,
    plan,
    needs,
    materials,
    steps: [...steps, check],
    next: steps.find((step) => !step.done) ?? check,
  }
}

/** Materials that somebody else signs when they agree. */
function signedByOthers({ lifeEvent }: Bundle, facts: Facts): Set<string> {
  const participants = lifeEvent.participants ?? []
  return new Set(participants.filter(({ when }) => holds(when, facts)).flatMap(({ signs = [] }) => signs))
}

/** Whether a material that is not exempt has been given: signed, uploaded, or left out where it may be. */
export function isGiven({ material, state }: MaterialState, content: DraftContent): boolean {
  if (state === 'sign') return Boolean(content.answers[signatureField(material.code)])
  const mayWait = Boolean(material.optional) || material.tolerantDays !== undefined
  return mayWait || (content.files[material.code]?.length ?? 0) > 0
}

/** The field in which a material is signed with one's name. */
export function signatureField(material: string): string {
  return `signature.${material}`
}

/** Whether a step may be visited: every step before it is done. */
export function canVisit({ steps, next }: Route, step: Step): boolean {
  return steps.indexOf(step) <= steps.indexOf(next)
}

function foundInstead({ lookups, certificates = [], promiseHeld = false }: DraftContent): FoundInstead {
  return {
    resources: new Set(
      Object.entries(lookups)
        .filter(([, outcome]) => outcome === 'found')
        .map(([key]) => key.split('#')[0] ?? ''),
    ),
    certificates: new Set(certificates),
    promiseHeld,
  }
}
