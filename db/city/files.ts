/** The file of each part of the city, below its folder. Registers are one file for each resource. */
export const FILES = {
  departments: 'catalog/departments.json',
  divisions: 'catalog/divisions.json',
  elements: 'catalog/elements.json',
  resources: 'catalog/resources.json',
  materials: 'catalog/materials.json',
  items: 'catalog/items.json',
  lifeEvents: 'catalog/life-events.json',
  certificateTypes: 'catalog/certificates.json',
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
