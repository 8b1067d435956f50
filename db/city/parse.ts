import * as v from 'valibot'
import type { City } from './city.ts'
import { FILES, REGISTERS } from './files.ts'
import type { Refuse } from './refuse.ts'
import {
  certificateType,
  department,
  division,
  element,
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
  const registers = Object.keys(raw)
    .filter((file) => file.startsWith(`${REGISTERS}/`))
    .map((file) => take(file, register))
  return {
    departments: take(FILES.departments, v.array(department)),
    divisions: take(FILES.divisions, v.array(division)),
    elements: take(FILES.elements, v.array(element)),
    resources: take(FILES.resources, v.array(resource)),
    materials: take(FILES.materials, v.array(material)),
    items: take(FILES.items, v.array(item)),
    lifeEvents: take(FILES.lifeEvents, v.array(lifeEvent)),
    certificateTypes: take(FILES.certificateTypes, v.array(certificateType)),
    policies: take(FILES.policies, v.array(policy)),
    enterpriseProfile: take(FILES.enterpriseProfile, v.array(lookupPlan)),
    ratingTags: take(FILES.ratingTags, v.array(ratingTag)),
    hotline: take(FILES.hotline, hotline),
    roles: take(FILES.roles, v.array(role)),
    calendar: take(FILES.calendar, v.array(calendarDay)),
    people: take(FILES.people, v.array(person)),
    enterprises: take(FILES.enterprises, v.array(enterprise)),
    staff: take(FILES.staff, v.array(staff)),
    accounts: take(FILES.accounts, accounts),
    registers,
  }
}
