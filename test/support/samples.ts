import { addDays } from '../../shared/calendar/day.ts'
import type { RawRow } from '../../shared/elements/value-type.ts'
import type { ValueTypeName } from '../../shared/elements/types.ts'
import type { FieldView } from '../../shared/forms/view.ts'
import { sampleOfPattern } from './sample-of-pattern.ts'

export type Sample = string | string[] | RawRow[]

/** Whatever can be answered to a field: what stands in it already, else a value of its type within its limits. */
export function sampleAnswer(field: FieldView, today: string): Sample {
  return field.value.length > 0 ? field.value : SAMPLES[field.type](field, today)
}

type MakeSample = (field: FieldView, today: string) => Sample

/** What a person may type, for every type of value. Of files there is none: they are handed in, see `fileFor`. */
const SAMPLES: Record<ValueTypeName, MakeSample> = {
  address: () => '云溪市清河区临溪街道湖滨路1号',
  bankCard: () => '6233490000000000008',
  choice: firstOption,
  choices: (field) => [firstOption(field)],
  creditCode: () => '91349901MA9399990A',
  date: dayOf,
  decimal: number,
  declaration: firstOption,
  division: firstOption,
  divisionAddress: (field) => [firstOption(field), '湖滨路1号2幢301室'],
  email: () => 'mailbox@example.org',
  file: () => '',
  group: ({ more }, today) =>
    Array.from({ length: Math.max(more?.minRows ?? 0, 1) }, () => rowOf(more?.columns ?? [], today)),
  hkMacaoPermit: () => 'H12345678',
  integer: number,
  landline: () => '0560-6600999',
  licencePlate: () => '皖A12345',
  longText: () => '按要求办好了。',
  mapPoint: ({ more }) => {
    const { north = 31, south = 30, east = 118, west = 117 } = more?.box ?? {}
    return [String((north + south) / 2), String((east + west) / 2)]
  },
  moment: (field, today) => `${dayOf(field, today)}T10:00`,
  money: ({ min }) => String(Math.max((min ?? 0) / 100, 100)),
  month: (_field, today) => today.slice(0, 7),
  passport: () => 'E12345678',
  percentage: ({ max }) => String(max ?? 100),
  period: (field, today) => [dayOf(field, today), addDays(dayOf(field, today), 1)],
  permanentResidence: () => '911124198108030024',
  personName: () => '张三',
  phone: () => '14009300099',
  photo: () => '',
  postalCode: () => '246000',
  residentId: () => '34990119900101001X',
  shown: () => '',
  signature: ({ more }) => more?.signer ?? '',
  table: ({ more }, today) => (more?.rows ?? []).map(() => rowOf(more?.columns ?? [], today)),
  taiwanPermit: () => '12345678',
  text: ({ pattern }) => (pattern ? sampleOfPattern(pattern) : '无'),
  timeSlot: (field, today) => [dayOf(field, today), field.options[0]?.value ?? ''],
  yesNo: () => 'yes',
}

function firstOption({ name, options }: FieldView): string {
  const [first] = options
  if (!first) throw new Error(`${name} has nothing to choose from`)
  return first.value
}

function rowOf(columns: FieldView[], today: string): RawRow {
  return Object.fromEntries(
    columns.map((column) => [column.name, [sampleAnswer(column, today)].flat().map(String)]),
  )
}

function number({ min, max }: FieldView): string {
  return String(Math.min(Math.max(min ?? 0, 1), max ?? Infinity))
}

function dayOf({ min, max }: FieldView, today: string): string {
  const days = Math.min(Math.max(min ?? 0, 0), max ?? Infinity)
  return addDays(today, Math.ceil(days))
}

/** The situation of a mother whose baby is not named yet: the hospital issues the certificate, costs were settled. */
export const MOTHER = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': 'no',
  'situation.married': 'yes',
  'situation.householdWith': 'mother',
  'situation.extras': [
    'birth-registration',
    'medical-insurance',
    'social-security-card',
    'vaccination-record',
  ],
  'situation.costSettled': 'yes',
}
