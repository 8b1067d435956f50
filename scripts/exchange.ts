import { parseArgs } from 'node:util'
import { check } from './exchange/check.ts'
import { list } from './exchange/list.ts'

/*
 * npm run exchange -- check                          everything that is wrong in the configuration of the exchange
 *                     list <connector> <department>  what an outside system offers and the catalogue lacks: resources
 *                                                    for catalog/resources, and their routes for the configuration
 * The configuration is the file that EXCHANGE_CONFIG names, db/city/exchange.json by default.
 */

const { positionals } = parseArgs({ allowPositionals: true })
const [command = '', connector, department] = positionals

if (command === 'check') process.exit(check() ? 0 : 1)
else if (command === 'list' && connector && department)
  process.exit((await list(connector, department)) ? 0 : 1)
else {
  console.error('Say what to do: check, or list <connector> <department>.')
  process.exit(2)
}
