import { GATES } from './gates.mjs'

/** Runs gates in order, stops at the first red one, and ends with the count of all their tests. */
export async function runGates(names) {
  const total = { passed: 0, failed: 0 }
  for (const name of names) {
    const from = Date.now()
    console.log(`\n── ${name}`)
    const { passed, failed } = await GATES[name]()
    total.passed += passed
    total.failed += failed
    console.log(`── ${name}: ${failed === 0 ? 'green' : 'RED'}, ${((Date.now() - from) / 1000).toFixed(1)} s`)
    if (failed > 0) break
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}
