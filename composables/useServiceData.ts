import type { GuideDepartment, GuideHall } from '#shared/contract/guides.ts'

interface Service {
  name: string
  otherName?: string
  description: string
  /** Of the page, and of where to apply, in the page's language. */
  path: string
  start?: string
  provider: GuideDepartment
  audience?: string
  /** What one gets. */
  gives?: string[]
  halls: GuideHall[]
  /** `YYYY-MM-DD` */
  updatedOn: string | null
}

/**
 * Tells search engines what a guide offers, as schema.org's GovernmentService. Addresses are relative: the page is kept
 * for everyone, and a request's host is not to be believed.
 */
export function useServiceData(service: Service): void {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: service.name,
    alternateName: service.otherName,
    description: service.description,
    url: service.path,
    inLanguage: useLang() === 'zh' ? 'zh-CN' : 'en',
    serviceOperator: {
      '@type': 'GovernmentOrganization',
      name: service.provider.name,
      telephone: service.provider.phone,
    },
    audience: service.audience && { '@type': 'Audience', name: service.audience },
    availableChannel: [
      service.start && { '@type': 'ServiceChannel', serviceUrl: service.start },
      { '@type': 'ServiceChannel', servicePhone: { '@type': 'ContactPoint', telephone: '12345' } },
      ...service.halls.map(({ name, address, hours, phone }) => ({
        '@type': 'ServiceChannel',
        serviceLocation: {
          '@type': 'GovernmentOffice',
          name,
          address,
          telephone: phone,
          description: hours,
        },
      })),
    ].filter(Boolean),
    serviceOutput: service.gives?.map((name) => ({ '@type': 'Thing', name })),
    subjectOf: {
      '@type': 'WebPage',
      url: service.path,
      dateModified: service.updatedOn ?? undefined,
    },
  }
  // `<` would let a text end the script element.
  const innerHTML = JSON.stringify(data).replaceAll('<', '\\u003c')
  useHead({ script: [{ type: 'application/ld+json', innerHTML }] })
}
