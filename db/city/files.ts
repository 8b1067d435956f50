/**
 * Where each part of the city stands, below its folder: one file, or a folder whose files are read as one list, so
 * that a life event can bring its own. Registers are one file for each resource, and one more for what is generated.
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
  documents: 'catalog/documents.json',
  policies: 'catalog/policies.json',
  enterpriseProfile: 'catalog/enterprise-profile.json',
  ratingTags: 'catalog/rating-tags.json',
  hotline: 'hotline.json',
  queue: 'queue.json',
  assignment: 'assignment.json',
  supervision: 'supervision.json',
  officeHours: 'office-hours.json',
  caseTerms: 'case-terms.json',
  roles: 'roles.json',
  calendar: 'calendar.json',
  people: 'people',
  enterprises: 'enterprises',
  staff: 'staff.json',
  accounts: 'accounts',
  demo: 'demo.json',
  opinions: 'opinions.json',
  grants: 'grants.json',
} as const

export const REGISTERS = 'registers'
export const GENERATED_REGISTERS = `${REGISTERS}/generated`

/** Of a folder of lists, the file that the generator writes; by its name it comes first. */
export function generatedFile(part: string): string {
  return `${part}/generated.json`
}

/** The file of a resource's register. */
export function registerFile(resource: string): string {
  return `${REGISTERS}/${resource}.json`
}

/** The rows of a resource's register that the generator writes; they come first. */
export function generatedRegister(file: string): string {
  return file.replace(REGISTERS, GENERATED_REGISTERS)
}

/** A part of the city that is a folder of lists, not one file. */
export function isFolder(part: string): boolean {
  return !part.endsWith('.json')
}

/** The files of a folder among all that were read, in the order in which their lists are joined. */
export function filesOf(part: string, all: Iterable<string>): string[] {
  return [...all].filter((file) => file.startsWith(`${part}/`)).sort()
}

/** The files of which a register is joined, in their order. */
export function filesOfRegister(file: string, all: Iterable<string>): string[] {
  const there = new Set(all)
  return [generatedRegister(file), file].filter((each) => there.has(each))
}

/** The file of every register among all that were read. */
export function registersAmong(all: Iterable<string>): string[] {
  const files = filesOf(REGISTERS, all).map((file) => file.replace(GENERATED_REGISTERS, REGISTERS))
  return [...new Set(files)]
}
