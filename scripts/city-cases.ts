import { parseArgs } from 'node:util'
import { useClock } from '#domain/clock.ts'
import { makeCases } from './cases/make.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '5000000' } } })
const wanted = Number(values.cases)
if (!Number.isSafeInteger(wanted) || wanted < 1) throw new Error('--cases: give a whole number above 0')

useClock(process.env.YIZHAN_NOW)
const from = performance.now()
const { cases, items, open } = await makeCases(wanted)
const seconds = ((performance.now() - from) / 1000).toFixed(1)
console.log(`${cases} cases with ${items} items, ${open} of them open, made in ${seconds} s`)
