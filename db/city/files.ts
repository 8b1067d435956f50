/**
 * Where each part of the city stands, below its folder: one file, or a folder whose files are read as one list, so
 * that a life event can bring its own. Registers are one file for each resource.
 */
export const FILES = {
  departments: 'catalog/departments.json',
  divisions: 'catalog/divisions.json',
  halls: 'catalog/halls.json',
  codeLists: 'catalog/code-lists',
  elements: 'catalog/elements',
  resources: 'catalog/resources',
  materials: 'catalog/materials',
  items: 'catalog/items',
  lifeEvents: 'catalog/life-events',
  certificateTypes: 'catalog/certificates',
  policies: 'catalog/policies.json',
  enterpriseProfile: 'catalog/enterprise-profile.json',
  ratingTags: 'catalog/rating-tags.json',
  hotline: 'hotline.json',
  roles: 'roles.json',
  calendar: 'calendar.json',
  people: 'people.json',
  enterprises: 'enterprises.json',
  staff: 'staff.json',
  accounts: 'accounts.json',
} as const

export const REGISTERS = 'registers'

/** The file of a resource's register. */
export function registerFile(resource: string): string {
  return `${REGISTERS}/${resource}.json`
}

/** A part of the city that is a folder of lists, not one file. */
export function isFolder(part: string): boolean {
  return !part.endsWith('.json')
}

/** The files of a folder among all that were read, in the order in which their lists are joined. */
export function filesOf(part: string, all: Iterable<string>): string[] {
  return [...all].filter((file) => file.startsWith(`${part}/`)).sort()
}
