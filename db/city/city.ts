import type {
  CertificateType,
  CodeList,
  Department,
  Division,
  DocumentTemplate,
  Hall,
  HotlineSettings,
  LifeEvent,
  LookupPlan,
  Material,
  Policy,
  RatingTag,
  Resource,
  ServiceItem,
} from '#shared/catalog/documents.ts'
import type { Right } from '#shared/access/rights.ts'
import type { OfficeHours } from '#shared/calendar/office-hours.ts'
import type { CaseTerms } from '#shared/cases/terms.ts'
import type { Opinion } from '#shared/cases/opinion.ts'
import type { DataElement } from '#shared/elements/element.ts'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import type { StandingGrant } from '#shared/exchange/grant.ts'
import type { QueueRules } from '#shared/queue/rules.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { SupervisionRules } from '#shared/supervision/rules.ts'
import type { Text } from '#shared/text.ts'
import type { AssignmentRules } from '#shared/work/assignment.ts'

/** A resident of the city. `residentId` is valid in form, in the unassigned division 3499. */
export interface Person {
  residentId: string
  name: string
  gender: 'male' | 'female'
  /** `YYYY-MM-DD`. */
  birthDate: string
  /** Code of GB/T 3304, such as 01 for Han. */
  ethnicity: string
  nativePlace: string
  /** Absent for children. */
  phone?: string
  /** Number of the household (户号). */
  household: string
  relationToHead: string
  /** Code of the community, 12 digits. */
  community: string
  address: string
  /** Resident ids of the family. */
  spouse?: string
  mother?: string
  father?: string
}

/** An enterprise of the city; what the registers say about it stands in `registers/enterprise*.json`. */
export interface Enterprise {
  creditCode: string
  name: string
  divisionCode: string
  status: 'active' | 'open' | 'revoked' | 'deregistered'
  legalRepresentative: string
  establishedOn: string
  address: string
}

/** Someone who works for a department, with the login name of the demo account. */
export interface Staff {
  login: string
  name: string
  unit: string
  roles: string[]
  title: Text
}

/** A right of the closed list, for one's own unit or for all. */
export interface RoleRight {
  right: Right
  scope: 'unit' | 'all'
}

export interface Role {
  code: string
  name: Text
  rights: RoleRight[]
}

/** A citizen's account, and the enterprises it may act for. */
export interface Account {
  login: string
  residentId: string
  mandates?: { creditCode: string; scope: string; validTo: string }[]
  /** What the account is good for in the demo. */
  note: Text
}

export interface Accounts {
  /** The one password of every demo account; staff too. */
  demoPassword: string
  accounts: Account[]
}

export interface CalendarDay {
  date: string
  type: 'holiday' | 'workday'
  name: Text
}

/** What one resource of the exchange knows: rows of its input and output fields; a missing field is not known. */
export interface Register {
  resource: string
  rows: Record<string, FactValue>[]
  /** What it makes of a decision that it is told. */
  entry?: EntryRule
}

/** Everything the demo city consists of. */
export interface City {
  departments: Department[]
  divisions: Division[]
  halls: Hall[]
  codeLists: CodeList[]
  elements: DataElement[]
  resources: Resource[]
  materials: Material[]
  items: ServiceItem[]
  lifeEvents: LifeEvent[]
  certificateTypes: CertificateType[]
  documentTemplates: DocumentTemplate[]
  policies: Policy[]
  /** Which look-ups give which facts about an enterprise. */
  enterpriseProfile: LookupPlan[]
  ratingTags: RatingTag[]
  hotline: HotlineSettings
  /** How appointments are made and tickets called; absent in a catalogue alone. */
  queue?: QueueRules
  /** How work finds somebody; absent in a catalogue alone. */
  assignment?: AssignmentRules
  /** What is watched over and how closely; absent in a catalogue alone. */
  supervision?: SupervisionRules
  /** When offices work; absent in a catalogue alone. */
  officeHours?: OfficeHours
  /** How long an application waits for the applicant; absent in a catalogue alone. */
  caseTerms?: CaseTerms
  roles: Role[]
  calendar: CalendarDay[]
  people: Person[]
  enterprises: Enterprise[]
  staff: Staff[]
  accounts: Accounts
  /** ISO: a moment at which the people of the demo find themselves as intended. */
  demoNow: string
  registers: Register[]
  /** Words that reviewers often need. */
  opinions: Opinion[]
  /** Which departments may ask which fields for which items from the beginning. */
  grants: StandingGrant[]
}
