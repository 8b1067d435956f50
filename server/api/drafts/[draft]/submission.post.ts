import { sendCase } from '#domain/cases/index.ts'
import { markBeforeSending, takeOutUnsendable } from '#domain/forms/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { FILLS_IN } from '#shared/access/can.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.send, {
  may: FILLS_IN,
  before: markBeforeSending,
  run: sendCase,
  refused: takeOutUnsendable,
  after: ({ no }, _input, { actor }) => (actor.kind === 'staff' ? '/desk/assist' : `/cases/${no}?sent=1`),
})
