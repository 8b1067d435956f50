import type { Bundle } from '../catalog/bundle.ts'
import { derivedFact } from '../elements/derive.ts'
import type { DataElement } from '../elements/element.ts'
import { answeredFile } from '../elements/rare/file.ts'
import { takeValue } from '../elements/value.ts'
import type { CheckContext, RawValue } from '../elements/value-type.ts'
import type { Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Fact, Facts } from '../rules/judge.ts'
import type { DraftContent, Known } from './draft.ts'

/** What a draft says about an element: what was typed, what the city knew, and what holds. */
export interface Answered {
  raw: RawValue
  value: FactValue | undefined
  fault: Fault | null
  known: Known | undefined
}

/** What was answered for an element. Locked knowns cannot be overridden. */
export function answered(
  bundle: Pick<Bundle, 'elements'>,
  content: DraftContent,
  code: string,
  today: string,
): Answered {
  const known = content.knowns[code]
  const element = bundle.elements[code]
  const raw = known?.locked || isGone(element, content) ? undefined : content.answers[code]
  if (!element || raw === undefined) return { raw, value: known?.value, fault: null, known }
  const { value, fault } = takeValue(element, raw, false, contextFor(bundle, element, content, today))
  return { raw, value: fault ? undefined : value, fault, known }
}

/** What a check of this element needs to know; only a signature asks who must sign. */
function contextFor(
  bundle: Pick<Bundle, 'elements'>,
  element: DataElement,
  content: DraftContent,
  today: string,
): CheckContext {
  if (element.type !== 'signature') return { today }
  const name = answered(bundle, content, signerOf(element), today).value
  return typeof name === 'string' ? { today, signer: name } : { today }
}

/** Whether the file that was the answer has been taken out, for a virus that was found later. */
function isGone(element: DataElement | undefined, { answers, files }: DraftContent): boolean {
  if (element?.type !== 'file' && element?.type !== 'photo') return false
  const given = answeredFile(String(answers[element.code]))
  return !files[element.code]?.some(({ fileId }) => fileId === given?.fileId)
}

/** The element that holds the name to sign with. */
export function signerOf({ signer }: DataElement): string {
  return signer ?? 'applicant.name'
}

const JUDGED_ANEW = new Set<string>(['signature', 'file', 'photo'])

/** What was answered for each element, worked out once. */
export type Answers = (code: string) => Answered

/** Answers of one draft that were worked out, all on the same day. */
export type WorkedOut = Map<string, Answered>

/** @param found what was worked out of this draft today, perhaps of an earlier state: holds where nothing changed */
export function answersOf(
  bundle: Pick<Bundle, 'elements'>,
  content: DraftContent,
  today: string,
  found: WorkedOut = new Map(),
): Answers {
  return (code) => {
    const before = found.get(code)
    const known = content.knowns[code]
    const same = before?.known === known && (known?.locked || before?.raw === content.answers[code])
    // A signature is judged by another answer as well, a file by what was handed in.
    if (before && same && !JUDGED_ANEW.has(bundle.elements[code]?.type ?? '')) return before
    const each = answered(bundle, content, code, today)
    found.set(code, each)
    return each
  }
}

/**
 * The facts of a draft: valid answers first, then what the city knew, then what follows by computation.
 * @param today `YYYY-MM-DD`
 */
export function draftFacts(
  bundle: Pick<Bundle, 'elements'>,
  content: DraftContent,
  today: string,
  answers: Answers = answersOf(bundle, content, today),
): Facts {
  const found = new Map<string, Fact | undefined>()
  function factOf(code: string): Fact | undefined {
    if (found.has(code)) return found.get(code)
    const fact = computeFact(code)
    found.set(code, fact)
    return fact
  }
  function computeFact(code: string): Fact | undefined {
    const derive = bundle.elements[code]?.derive
    if (derive) return derivedFact(derive, factOf, today)
    const { raw, value, known } = answers(code)
    if (value === undefined) return undefined
    return raw === undefined && known
      ? { value, source: known.source }
      : { value, source: { kind: 'person' } }
  }
  return factOf
}
