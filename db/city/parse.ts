import * as v from 'valibot'
import type { City } from './city.ts'
import { FILES, filesOf, isFolder, REGISTERS } from './files.ts'
import type { Refuse } from './refuse.ts'
import {
  certificateType,
  codeList,
  department,
  division,
  element,
  hall,
  policy,
  ratingTag,
  resource,
} from './shapes/catalog.ts'
import { item, material } from './shapes/items.ts'
import { lifeEvent, lookupPlan } from './shapes/life-events.ts'
import { accounts, calendarDay, enterprise, hotline, person, register, role, staff } from './shapes/people.ts'
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

/** Gives every file its shape; the first value that does not fit is refused with its path. */
export function parseCity(raw: RawCity, refuse: Refuse): City {
  function take<T>(file: string, shape: Shape<T>): T {
    if (!(file in raw)) return refuse(file, [], 'is missing; add the file')
    const result = v.safeParse(shape, raw[file], { abortEarly: true })
    if (result.success) return result.output
    const [issue] = result.issues
    return refuse(file, pathOf(issue), words(issue))
  }
  function list<T>(part: string, shape: Shape<T>): T[] {
    const files = isFolder(part) ? filesOf(part, Object.keys(raw)) : [part]
    return files.flatMap((file) => take(file, v.array(shape)))
  }
  return {
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
    policies: list(FILES.policies, policy),
    enterpriseProfile: list(FILES.enterpriseProfile, lookupPlan),
    ratingTags: list(FILES.ratingTags, ratingTag),
    hotline: take(FILES.hotline, hotline),
    roles: list(FILES.roles, role),
    calendar: list(FILES.calendar, calendarDay),
    people: list(FILES.people, person),
    enterprises: list(FILES.enterprises, enterprise),
    staff: list(FILES.staff, staff),
    accounts: take(FILES.accounts, accounts),
    registers: filesOf(REGISTERS, Object.keys(raw)).map((file) => take(file, register)),
  }
}
