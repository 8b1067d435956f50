import type { City } from '#db/city/city.ts'
import type { DocumentKind, Documents, HotlineSettings, LookupPlan } from '#shared/catalog/documents.ts'

/** A catalogue by kind of document, with the two settings that are published like documents. */
export type CityCatalog = { [Kind in DocumentKind]: Documents[Kind][] } & {
  hotline: HotlineSettings
  enterpriseProfile: LookupPlan[]
}

/** The catalogue of a city as its files gave it. */
export function cityCatalog(city: City): CityCatalog {
  return {
    department: city.departments,
    division: city.divisions,
    hall: city.halls,
    codeList: city.codeLists,
    element: city.elements,
    resource: city.resources,
    material: city.materials,
    item: city.items,
    lifeEvent: city.lifeEvents,
    certificateType: city.certificateTypes,
    documentTemplate: city.documentTemplates,
    policy: city.policies,
    ratingTag: city.ratingTags,
    hotline: city.hotline,
    enterpriseProfile: city.enterpriseProfile,
  }
}

/** A catalogue as a city without people, so that the checks of the city's files judge it. */
export function cityOf(catalog: CityCatalog): City {
  return {
    departments: catalog.department,
    divisions: catalog.division,
    halls: catalog.hall,
    codeLists: catalog.codeList,
    elements: catalog.element,
    resources: catalog.resource,
    materials: catalog.material,
    items: catalog.item,
    lifeEvents: catalog.lifeEvent,
    certificateTypes: catalog.certificateType,
    documentTemplates: catalog.documentTemplate,
    policies: catalog.policy,
    ratingTags: catalog.ratingTag,
    hotline: catalog.hotline,
    enterpriseProfile: catalog.enterpriseProfile,
    roles: [],
    calendar: [],
    people: [],
    enterprises: [],
    staff: [],
    accounts: { demoPassword: '', accounts: [] },
    demoNow: '',
    registers: [],
    opinions: [],
    grants: [],
  }
}
