import { describe, expect, test } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { usesOf } from '#shared/exchange/uses.ts'

const city = readCity('db/city')
const uses = usesOf(city)

function itemsUsing(resource: string, field: string, lifeEvent: string): string[] {
  const found = uses.filter(
    (use) => use.resource === resource && use.field === field && use.lifeEvent === lifeEvent,
  )
  return [...new Set(found.map(({ item }) => item))]
}

describe('which service uses which field', () => {
  test('follows from the items that need the element, each with its department and its rule', () => {
    const found = uses.filter(({ resource, field }) => resource === 'delivery-bill' && field === 'cost')
    expect(found).toMatchObject([
      {
        item: 'maternity-reimbursement',
        unit: 'medical-insurance',
        element: 'reimbursement.cost',
        lifeEvent: 'newborn',
      },
    ])
    expect(found[0]?.basis).toMatch(/^《.+》第.+条$/)
  })

  test('counts what no item needs by itself for the item that leads the application', () => {
    const [only, ...more] = itemsUsing('position-bans', 'barred', 'company-opening')
    expect([only, more]).toEqual(['company-registration', []])
  })

  test('has what a register answers when it is told of a decision', () => {
    expect(itemsUsing('household-entry', 'residentId', '')).toEqual(['household-registration'])
  })

  test('has the facts that policies ask about an enterprise', () => {
    const policies = uses.filter(({ item }) => item.startsWith('policy:'))
    expect(new Set(policies.map(({ resource }) => resource))).toContain('enterprise-insurance')
  })

  test('leaves no look-up of a life event without a user', () => {
    const used = new Set(uses.map(({ resource, field, lifeEvent }) => `${lifeEvent} ${resource} ${field}`))
    const unused = city.lifeEvents.flatMap(({ code, lookups }) =>
      lookups.flatMap(({ resource, gives }) =>
        Object.values(gives).filter((field) => !used.has(`${code} ${resource} ${field}`)),
      ),
    )
    expect(unused).toEqual([])
  })
})
