import { expect, test } from 'vitest'
import type { Route } from '#server/connectors/exchange/config-shape.ts'
import { routeFindings, unitFindings } from '../../../scripts/exchange/check-routes.ts'

const resources = [
  { code: 'birth', inputs: ['motherId'], outputs: ['name', 'birthDate'] },
  { code: 'death', inputs: ['residentId'], outputs: ['diedOn'] },
]
const way = { connector: 'province' }

test('routes that name what the catalogue has are right', () => {
  const routes: Route[] = [
    {
      ...way,
      resource: 'birth',
      service: 'X/{MQ}/{resource}',
      fields: { XM: 'name' },
      params: { motherId: 'MQ' },
    },
    { ...way, resource: '*', fields: { SWRQ: 'diedOn' } },
  ]
  expect(routeFindings(routes, resources)).toEqual([])
})

test('resources, fields and parameters that the catalogue has not are named with their place', () => {
  const routes: Route[] = [
    { ...way, resource: 'births' },
    {
      ...way,
      resource: 'birth',
      service: 'X/{motherId}',
      fields: { XM: 'nmae' },
      params: { motherID: 'MQ' },
    },
    { ...way, resource: 'death', service: 'X/{residentId}', params: { residentId: 'ZJHM' } },
    { ...way, resource: '*', fields: { SWRQ: 'diedOn' } },
  ]
  expect(routeFindings(routes, resources)).toEqual([
    'routes[0].resource: the catalogue has no “births”',
    'routes[1].fields: “birth” answers no “nmae”; write {"theirs": "ours"} with one of name, birthDate',
    'routes[1].params: “birth” is not asked with “motherID”; write {"ours": "theirs"} with one of motherId',
    'routes[2].service: “death” is not asked with “residentId”; write one of ZJHM',
    'routes[3].fields: what this route leads to answers no “diedOn”; write {"theirs": "ours"} with one of ',
  ])
})

test('departments that the catalogue has not are named', () => {
  const units = { 'civil-affairs': 'MZ', 'civil-affair': 'MZ' }
  const server = { name: 'x', kind: 'xroad', address: '', client: '', method: 'POST', units } as const
  expect(unitFindings([{ name: 'city', kind: 'city' }, server], ['civil-affairs'])).toEqual([
    'connectors[1].units: the catalogue has no department “civil-affair”',
  ])
})
