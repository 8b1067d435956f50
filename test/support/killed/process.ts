import { decideItem } from '#domain/cases/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { runDueJobs } from '#server/jobs/run.ts'
import { started } from '#server/start.ts'
import type { Order } from './order.ts'
import { doing, watchSteps } from './steps.ts'

/* The product as it starts, does what was left undone, decides on an item and does what follows: until it is killed. */

const order: Order = JSON.parse(process.argv[2] ?? '')
const { at, decision } = order
await started()
await runDueJobs(() => at)
const steps: string[] = []
if (decision) {
  const { actor, decided, dieAt } = decision
  watchSteps(decided.item, (step) => {
    if (step === dieAt) process.kill(process.pid, 'SIGKILL')
    steps.push(step)
  })
  await doing('decision', () => perform(asking(actor, at), (act) => decideItem(act, decided)))
  await runDueJobs(() => at)
}
process.on('disconnect', () => process.exit(0))
process.send?.(steps)
