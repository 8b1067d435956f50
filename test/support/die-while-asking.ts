import { lookUp, useConnectors } from '#domain/exchange/index.ts'
import { asking } from '#domain/perform.ts'
import { started } from '#server/start.ts'
import { systemActor } from '#shared/access/actor.ts'

/*
 * A process of the product that is killed while a register is asked, for the tests: the matter's id and the resident id
 * are its arguments.
 */

const [, , matter = '', residentId = ''] = process.argv
await started()
useConnectors(() => ({
  route: {},
  connector: {
    ask() {
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => {})
    },
    tell: () => Promise.reject(new Error('nothing is told here')),
  },
}))
await lookUp(
  asking(systemActor('test')),
  { kind: 'draft', id: matter, no: '', items: ['birth-registration'], own: [residentId] },
  [
    {
      key: 'person',
      resource: 'population',
      params: { residentId },
      wants: ['name'],
      ground: { kind: 'law', words: '户口登记条例' },
    },
  ],
)
