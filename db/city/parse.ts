import * as v from 'valibot'
import type { DocumentKind, Documents } from '#shared/catalog/documents.ts'
import type { City, Register } from './city.ts'
import { FILES, filesOf, filesOfRegister, isFolder, registerFile, registersAmong } from './files.ts'
import type { Path, Refuse } from './refuse.ts'
import {
  certificateType,
  codeList,
  department,
  division,
  element,
  policy,
  ratingTag,
} from './shapes/catalog.ts'
import { documentTemplate } from './shapes/documents.ts'
import { item, material } from './shapes/items.ts'
import { lifeEvent, lookupPlan } from './shapes/life-events.ts'
import { opinion } from './shapes/opinions.ts'
import { standingGrant } from './shapes/grants.ts'
import { resource } from './shapes/resources.ts'
import { hall, queueRules } from './shapes/queue.ts'
import { assignmentRules, supervisionRules } from './shapes/supervision.ts'
import { caseTerms, officeHours } from './shapes/terms.ts'
import {
  account,
  calendarDay,
  demo,
  enterprise,
  hotline,
  person,
  register,
  role,
  staff,
} from './shapes/people.ts'
import type { Shape } from './shapes/values.ts'

/** Parsed JSON by file name below the city's folder. */
export type RawCity = Record<string, unknown>

function words(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema' || issue.type === 'custom') return issue.message
  if (issue.expected === 'never') return `${issue.received} has no place here; remove it or correct its name`
  const found = issue.received === 'undefined' ? 'is missing' : `is ${issue.received}`
  return issue.expected ? `${found}; give ${issue.expected}` : issue.message
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)))
}

/** The shape of every kind of catalogue document. */
export const DOCUMENT_SHAPES: { [Kind in DocumentKind]: Shape<Documents[Kind]> } = {
  department,
  division,
  hall,
  codeList,
  element,
  resource,
  material,
  item,
  lifeEvent,
  certificateType,
  documentTemplate,
  policy,
  ratingTag,
}

/** Gives a value its shape; everything that does not fit is noted with its path, and then there is no value. */
export function shaped<T>(
  shape: Shape<T>,
  value: unknown,
  refuse: (path: Path, what: string) => void,
): T | undefined {
  const result = v.safeParse(shape, value)
  if (result.success) return result.output
  for (const issue of result.issues) refuse(pathOf(issue), words(issue))
  return undefined
}

/** Gives every file its shape; undefined when one has not. */
export function parseCity(raw: RawCity, refuse: Refuse): City | undefined {
  let whole = true
  function take<T>(file: string, shape: Shape<T>): T | undefined {
    const value = file in raw ? shaped(shape, raw[file], (path, what) => refuse(file, path, what)) : undefined
    if (!(file in raw)) refuse(file, [], 'is missing; add the file')
    if (value === undefined) whole = false
    return value
  }
  function list<T>(part: string, shape: Shape<T>): T[] {
    const files = isFolder(part) ? filesOf(part, Object.keys(raw)) : [part]
    return files.flatMap((file) => take(file, v.array(shape)) ?? [])
  }
  function registerOf(file: string): Register {
    const parts = filesOfRegister(file, Object.keys(raw)).flatMap((each) => take(each, register) ?? [])
    const astray = parts.find(({ resource: code }) => registerFile(code) !== file)
    if (astray)
      refuse(file, ['resource'], `“${astray.resource}” belongs into ${registerFile(astray.resource)}`)
    return Object.assign({ resource: '' }, ...parts, { rows: parts.flatMap(({ rows }) => rows) })
  }
  const lists = {
    departments: list(FILES.departments, department),
    divisions: list(FILES.divisions, division),
    halls: list(FILES.halls, hall),
    codeLists: list(FILES.codeLists, codeList),
    elements: list(FILES.elements, element),
    resources: list(FILES.resources, resource),
    materials: list(FILES.materials, material),
    items: list(FILES.items, item),
    lifeEvents: list(FILES.lifeEvents, lifeEvent),
    certificateTypes: list(FILES.certificateTypes, certificateType),
    documentTemplates: list(FILES.documents, documentTemplate),
    policies: list(FILES.policies, policy),
    enterpriseProfile: list(FILES.enterpriseProfile, lookupPlan),
    ratingTags: list(FILES.ratingTags, ratingTag),
    roles: list(FILES.roles, role),
    calendar: list(FILES.calendar, calendarDay),
    people: list(FILES.people, person),
    enterprises: list(FILES.enterprises, enterprise),
    staff: list(FILES.staff, staff),
    opinions: list(FILES.opinions, opinion),
    grants: list(FILES.grants, standingGrant),
    registers: registersAmong(Object.keys(raw)).map(registerOf),
  }
  const settings = take(FILES.hotline, hotline)
  const shown = take(FILES.demo, demo)
  const queue = take(FILES.queue, queueRules)
  const hours = take(FILES.officeHours, officeHours)
  const terms = take(FILES.caseTerms, caseTerms)
  const assignment = take(FILES.assignment, assignmentRules)
  const supervision = take(FILES.supervision, supervisionRules)
  const accounts = list(FILES.accounts, account)
  return whole && settings && shown && queue && hours && terms && assignment && supervision
    ? {
        ...lists,
        hotline: settings,
        queue,
        officeHours: hours,
        caseTerms: terms,
        assignment,
        supervision,
        accounts: { demoPassword: shown.password, accounts },
        demoNow: shown.now,
      }
    : undefined
}
