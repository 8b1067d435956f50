import { packedContent } from '#db/packing.ts'
import { sealBytes } from '#db'
import { elementOf } from '#shared/catalog/bundle.ts'
import type { CaseContent, CaseFact } from '#shared/cases/content.ts'
import type { DataElement } from '#shared/elements/element.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { Kind } from './kinds.ts'

/** Stand in a template where something of the person comes. */
const NAME = '\u0001'
const RESIDENT_ID = '\u0002'

/** What was answered to an element, for the types that nearly all elements have; nothing of the others. */
const ANSWERS: Partial<Record<DataElement['type'], (element: DataElement) => FactValue | undefined>> = {
  personName: () => NAME,
  residentId: () => RESIDENT_ID,
  phone: () => '14009300099',
  text: ({ pattern }) => (pattern ? undefined : '云溪'),
  longText: () => '按要求办好了。',
  address: () => '云溪市清河区临溪街道湖滨路1号',
  date: () => '2026-11-10',
  yesNo: () => true,
  choice: ({ options = [] }) => options[0]?.value,
  choices: ({ options = [] }) => options.slice(0, 1).map(({ value }) => value),
  integer: ({ min = 1 }) => Math.max(min, 1),
  decimal: ({ min = 1 }) => Math.max(min, 1),
  money: ({ min = 0 }) => Math.max(min, 10_000),
  creditCode: () => '91349901MA9399990A',
  bankCard: () => '6233490000000000008',
}

/** Of what has ended so many facts are there: millions of cases must find room. */
const FACTS_OF_ENDED = 4

/** What of a case its content depends on. */
export type Standing = 'ended' | 'open' | 'correcting'

/** Seals what was sent with an application: everything that its items ask for, typed or from the account. */
export type SealContent = (person: { name: string; residentId: string }, standing: Standing) => Buffer

export function contentOf({ bundle, first, others }: Kind): SealContent {
  const codes = new Set([
    'applicant.name',
    'applicant.residentId',
    ...[first, ...others].flatMap(({ needs }) => needs.map(({ element }) => element)),
  ])
  const facts: Record<string, CaseFact> = {}
  for (const code of codes) {
    if (!bundle.elements[code]) continue
    const element = elementOf(bundle, code)
    const value = element.derive ? undefined : ANSWERS[element.type]?.(element)
    const kind = code === 'applicant.name' || code === 'applicant.residentId' ? 'account' : 'person'
    if (value !== undefined) facts[code] = { value, source: { kind } }
  }
  const asked = Object.keys(facts).find((code) => !code.startsWith('applicant.')) ?? 'applicant.name'
  const few = Object.fromEntries(Object.entries(facts).slice(0, FACTS_OF_ENDED))
  const templates: Record<Standing, string> = {
    ended: template(few, []),
    open: template(facts, []),
    correcting: template(facts, [asked]),
  }
  return ({ name, residentId }, standing) =>
    sealBytes(templates[standing].replaceAll(NAME, name).replaceAll(RESIDENT_ID, residentId))
}

function template(facts: CaseContent['facts'], correcting: string[]): string {
  const text = JSON.stringify(packedContent.pack({ facts, files: {}, consentId: null, correcting }))
  return text.replaceAll('\\u0001', NAME).replaceAll('\\u0002', RESIDENT_ID)
}
