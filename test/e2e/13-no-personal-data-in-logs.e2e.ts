import { readFileSync } from 'node:fs'
import { city } from './support/city.ts'
import { expect, test } from './support/test.ts'

test('the server’s log of the whole run names nobody: no resident id, no phone, no name of a citizen', () => {
  const log = readFileSync(process.env.E2E_LOG ?? '.data/e2e/server.log', 'utf8')
  const secrets = city.people.flatMap(({ residentId, phone }) => [residentId, ...(phone ? [phone] : [])])
  expect(secrets.length).toBeGreaterThan(300)
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  const people = new Map(city.people.map((person) => [person.residentId, person.name]))
  const active = city.accounts.accounts.map(({ residentId }) => people.get(residentId) ?? '')
  expect(active.filter((name) => log.includes(name))).toEqual([])
})

test('the server’s log of the whole run has no unexpected error', () => {
  const log = readFileSync(process.env.E2E_LOG ?? '.data/e2e/server.log', 'utf8')
  expect(log.split('\n').filter((line) => /"level":"error"|unhandled|Error:/i.test(line))).toEqual([])
})
