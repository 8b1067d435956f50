import { parseArgs } from 'node:util'

/*
 * npm run city -- --residents 5000 --out folder: makes people, enterprises and registers of a city.
 * npm run city -- --grants: writes db/city/grants.json anew: the fields that the catalogue's items really use.
 * npm run city -- --items 160000: publishes so many items over four levels of divisions into the database that
 * DATABASE_URL names, for trials of size.
 * npm run city -- --cases 5000000: makes so many cases in the empty database that DATABASE_URL names.
 */

const { values } = parseArgs({
  options: { items: { type: 'string' }, cases: { type: 'string' }, grants: { type: 'boolean' } },
  strict: false,
})
if (values.grants) {
  const { writeGrants } = await import('../db/city/generate/grants.ts')
  console.log(`${writeGrants()} grants`)
} else if (values.cases !== undefined) {
  await import('./city-cases.ts')
} else {
  await (values.items === undefined ? import('../db/city/generate/main.ts') : import('./city-items.ts'))
}
