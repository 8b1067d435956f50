import type { FieldView, StepView } from '../../shared/forms/view.ts'
import { randomRaw } from '../unit/elements/random.ts'
import { sampleAnswer } from './samples.ts'

/** Numbers between 0 and 1. */
export type Random = () => number

export function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}

/** Names of fields that no page of ours has. */
const UNKNOWN = [
  'nonsense',
  '__proto__',
  'constructor',
  'applicant.name',
  'a.0.b',
  '_seen',
  '_add',
  '_remove',
  '',
]

/** A post of a page as nobody should make it: some of it right, some wrong, some absurd, some not asked. */
export function absurdPost(
  random: Random,
  { fields }: Pick<StepView, 'fields'>,
  today: string,
): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const chance = random()
    if (chance < 0.1) return []
    if (chance < 0.35) return postedAs(field.name, sampleAnswer({ ...field, value: '' }, today))
    if (chance < 0.5) return [[field.name, pick(random, field.options)?.value ?? '']]
    if (chance < 0.55) return [[field.name, '字'.repeat(20_000)]]
    if (chance < 0.58) return [[field.name, Array.from({ length: 2000 }, () => 'x')]]
    return postedAs(field.name, randomRaw(random, columnsOf(field)) ?? '')
  })
  const more = random() < 0.2 ? [[pick(random, UNKNOWN) ?? '', randomRaw(random, []) ?? '']] : []
  const button =
    random() < 0.05 ? [[random() < 0.5 ? '_add' : '_remove', `${pick(random, fields)?.name}.1`]] : []
  return Object.fromEntries([...entries, ...more, ...button])
}

function columnsOf({ more }: FieldView): string[] {
  return (more?.columns ?? []).map(({ name }) => name)
}

/** What a native form posts for a value: the cells of rows one by one, everything else under the field's own name. */
export function postedAs(name: string, value: unknown): [string, unknown][] {
  if (!Array.isArray(value) || value.every((each) => typeof each === 'string')) return [[name, value]]
  return value.flatMap((row: unknown, i) =>
    Object.entries(Object(row)).map(([cell, text]): [string, unknown] => [`${name}.${i}.${cell}`, text]),
  )
}
