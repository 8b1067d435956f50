import type { Bundle } from '#shared/catalog/bundle.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { showMasked, takeKnown } from '#shared/elements/value.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import type { Journey, Step } from '#shared/forms/journey.ts'
import { planOfKey } from '#shared/forms/lookups.ts'
import type { MatchView, UnusableView } from '#shared/forms/view.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { say, type Lang } from '#shared/text.ts'
import type { LoadedDraft } from './load.ts'
import { sourceName } from './rows.ts'

/** Of a row that is one of several, so many facts are told. */
const MOST_TOLD = 4

/** Names of the resources that did not answer. */
export function unavailableOf(bundle: Bundle, lookups: DraftContent['lookups'], lang: Lang): string[] {
  const failed = Object.keys(lookups).filter((key) => lookups[key] === 'unavailable')
  const codes = new Set(failed.map((key) => key.split('#')[0] ?? ''))
  return [...codes].flatMap((code) => {
    const resource = bundle.resources[code]
    return resource ? [say(resource.name, lang)] : []
  })
}

/** The choices that are to be made on a step: of those rows that fill in what it asks. */
export function matchesOn(bundle: Bundle, content: DraftContent, step: Step, lang: Lang): MatchView[] {
  return Object.entries(content.choices ?? {}).flatMap(([key, { rows, at }]): MatchView[] => {
    const plan = planOfKey(bundle, key)
    const resource = bundle.resources[plan?.resource ?? '']
    if (!plan || !resource || !step.elements.some((code) => code in plan.gives)) return []
    const texts = rows.map((row, i) => ({
      value: String(i),
      text: Object.entries(plan.gives)
        .flatMap(([code, field]) => told(bundle.elements[code], row[field], at, lang))
        .slice(0, MOST_TOLD)
        .join(' · '),
    }))
    return [{ key: key.replace('#', '.'), name: say(resource.name, lang), rows: texts }]
  })
}

function told(
  element: DataElement | undefined,
  given: FactValue | undefined,
  at: number,
  lang: Lang,
): string[] {
  if (!element || given === undefined) return []
  const { value, fault } = takeKnown(element, given, { today: dayOf(at) })
  // Only one of the rows is about theirs: names in the others are not for them to read.
  const masked = element.type === 'personName' ? { ...element, sensitivity: 'sensitive' as const } : element
  return fault || value === undefined ? [] : [showMasked(masked, value, lang)]
}

/** What is registered and cannot be used, on the page that asks for it, while nothing else is known. */
export function unusableOn(
  { row, bundle }: LoadedDraft,
  { answers }: Journey,
  step: Step,
  lang: Lang,
): UnusableView[] {
  const { unusable = {} } = row.content
  return step.elements.flatMap((code): UnusableView[] => {
    const found = unusable[code]
    const element = bundle.elements[code]
    if (!found || !element || answers(code).known) return []
    const source = { kind: 'exchange' as const, resource: found.resource }
    return [
      {
        element: code,
        label: say(element.label, lang),
        value: showAsItCame(element, found.value),
        source: sourceName(bundle, source, lang),
      },
    ]
  })
}

/** A value that does not fit its element cannot be shown by its type; of a sensitive one only its beginning is. */
export function showAsItCame({ sensitivity }: DataElement, value: FactValue): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return sensitivity === 'sensitive' ? `${[...text][0] ?? ''}***` : text.slice(0, 60)
}
