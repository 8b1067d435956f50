import type { CityCatalog } from './city-catalog.ts'

/** The documents of a catalogue with their kinds and codes. */
export function documentsOf(city: CityCatalog): { kind: string; code: string; body: unknown }[] {
  const { hotline, enterpriseProfile, ...lists } = city
  const documents = Object.entries(lists).flatMap(([kind, list]) =>
    list.map((body: { code: string }) => ({ kind, code: body.code, body })),
  )
  return [
    ...documents,
    { kind: 'hotline', code: 'hotline', body: hotline },
    { kind: 'enterpriseProfile', code: 'enterprise', body: enterpriseProfile },
  ]
}
