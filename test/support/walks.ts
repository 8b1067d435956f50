import { elementOf, type Bundle } from '../../shared/catalog/bundle.ts'
import type { Answer } from '../../shared/forms/draft.ts'
import { fullestCase } from '../../shared/forms/fullest-case.ts'

/** How one life event is walked: by whom, and what they answer where samples would not do. */
export interface Walk {
  event: string
  /** Whose records in the demo city fit the answers that lead to most items. */
  login: string
  /** Answers that the account's records or a check across fields ask for; everything else comes from the document. */
  answers: Record<string, Answer>
}

/** Every life event once. Who must agree is read from the document, and signs in by the name that was typed. */
export const WALKS: readonly Walk[] = [
  { event: 'newborn', login: 'lin', answers: {} },
  {
    event: 'restaurant',
    login: 'restaurant',
    answers: { 'premises.source': 'shareholder', 'premises.ownerResidentId': '349901197910059030' },
  },
  {
    event: 'company-opening',
    login: 'opener',
    answers: {
      'enterprise.name': '云溪望舒文化有限公司',
      'enterprise.capital': '1000000',
      'opening.supervisorName': '叶知秋',
      'opening.investors': [
        investor('江望舒', '349902199005169040', '14009100004', '600000', '60'),
        investor('叶知秋', '349902198812039053', '14009100005', '400000', '40'),
      ],
    },
  },
  { event: 'company-closing', login: 'closing', answers: {} },
  {
    event: 'bereavement',
    login: 'widow',
    answers: {
      'applicant.heirShare': '40',
      heirs: [
        heir('方立行', '349901197805029016', '14009200003'),
        heir('方立言', '349901198110119028', '14009200004'),
      ],
    },
  },
  { event: 'retirement', login: 'retiree', answers: { 'situation.retirementBy': 'self' } },
  {
    event: 'school-enrolment',
    login: 'pupil',
    answers: { 'school.secondChoice': '', 'school.thirdChoice': '' },
  },
  {
    event: 'disability-services',
    login: 'disabled',
    answers: { 'situation.otherCareBenefits': ['none'] },
  },
  { event: 'self-employment', login: 'freelancer', answers: { 'startup.personKind': 'hardship' } },
  {
    event: 'utilities',
    login: 'builder',
    answers: { 'situation.lineTouches': ['road', 'green'] },
  },
  {
    event: 'credit-repair',
    login: 'credit',
    answers: { 'situation.restructured': 'no', 'repair.fulfilledOn': '2026-06-30' },
  },
]

/** Others, on whose records fewer things stand: for walks beside those, such as without script or on a phone. */
export const OTHER_WALKS = {
  // Rows are added by posts of the page; one of two investors applies, the other one signs.
  'company-opening': {
    event: 'company-opening',
    login: 'investor',
    answers: { ...answersOf('company-opening'), 'opening.supervisorName': '江望舒' },
  },
  'school-enrolment': {
    event: 'school-enrolment',
    login: 'tenant',
    answers: {
      ...answersOf('school-enrolment'),
      'situation.enrolmentKind': 'household-only',
      'situation.dwellingKind': 'lease',
      'situation.siblingInSchool': 'no',
    },
  },
  'credit-repair': {
    event: 'credit-repair',
    login: 'taxpayer',
    answers: { 'situation.creditRecord': 'tax-credit', 'situation.restructured': 'no' },
  },
  bereavement: {
    event: 'bereavement',
    login: 'heir',
    answers: { 'deceased.relation': 'child', 'situation.deathKind': 'home' },
  },
} satisfies Record<string, Walk>

function answersOf(code: string): Walk['answers'] {
  return WALKS.find(({ event }) => event === code)?.answers ?? {}
}

function investor(name: string, residentId: string, phone: string, amount: string, share: string) {
  return {
    'investor.name': name,
    'investor.residentId': residentId,
    'investor.phone': phone,
    'investor.amount': amount,
    'investor.share': share,
    'investor.paidBy': '2030-12-31',
  }
}

function heir(name: string, residentId: string, phone: string) {
  return {
    'heir.name': name,
    'heir.residentId': residentId,
    'heir.phone': phone,
    'heir.relation': 'child',
    'heir.share': '30',
  }
}

/** The answers to a life event's questions with which most of its items are done online, as they are posted. */
export function fullestAnswers(bundle: Bundle): Record<string, Answer> {
  const facts = fullestCase(bundle)
  return Object.fromEntries(
    bundle.lifeEvent.situations.map(({ element }) => [
      element,
      asPosted(facts(element)?.value, elementOf(bundle, element).type === 'choices'),
    ]),
  )
}

function asPosted(value: unknown, many: boolean): Answer {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return many ? [value].flat().map(String) : String(value)
}
