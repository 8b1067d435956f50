import { parseArgs } from 'node:util'
import { publishItems } from './catalog/items.ts'
import { withDatabase } from './catalog/database.ts'

const { values } = parseArgs({ options: { items: { type: 'string', default: '160000' } } })
const wanted = Number(values.items)
if (!Number.isSafeInteger(wanted) || wanted < 1) throw new Error('--items: give a whole number above 0')

const from = performance.now()
const { items, divisions } = await withDatabase(() => publishItems(wanted))
const seconds = ((performance.now() - from) / 1000).toFixed(1)
console.log(`${items} items over ${divisions} divisions published in ${seconds} s`)
