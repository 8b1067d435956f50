import { eventHandler, type H3Event } from 'h3'
import * as v from 'valibot'
import type { Act, Look } from '#domain/act.ts'
import { can, type Demand } from '#shared/access/can.ts'
import type { AnswerOf, Contract, InputOf } from '#shared/contract/contract.ts'
import type { Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { nudgeJobs } from '../jobs/run.ts'
import { askingOf } from './asking.ts'
import { answerRefusal } from './answer-refusal.ts'
import { carriesFiles, redirectTo, wantsPage } from './form-post.ts'
import { answeredMeanwhile, once } from './once.ts'
import { requireOwnOrigin } from './origin.ts'
import { readInput } from './read-input.ts'

interface Guarantees<C extends Contract> {
  /** Who may call it. */
  may: Demand
  /** Where a form post goes afterwards; the language is put before it. */
  after?: (answer: AnswerOf<C>, input: InputOf<C>, who: Asking) => string
  /** Form posts may carry files of up to so many bytes together. */
  maxBytes?: number
}

type Work<C extends Contract> =
  | { read: (look: Look, input: InputOf<C>) => Promise<AnswerOf<C>> }
  /**
   * One transaction. `before` does what needs others than the database; it may refuse, and must be harmless when the
   * same post comes again. `refused` does what must stay when `run` refused, in a transaction of its own.
   */
  | {
      before?: (who: Asking, input: InputOf<C>) => Promise<void>
      run: (act: Act, input: InputOf<C>) => Promise<AnswerOf<C>>
      refused?: (who: Asking, input: InputOf<C>, refusal: Refusal) => Promise<void>
    }
  /** Several steps with I/O between them; opens its transactions itself through `perform`. */
  | { flow: (who: Asking, input: InputOf<C>, event: H3Event) => Promise<AnswerOf<C>> }

/**
 * Makes the handler of a contract: contract, right, schema, transaction; JSON or form post; refusals in one place.
 */
export function endpoint<C extends Contract>(contract: C, options: Guarantees<C> & Work<C>) {
  async function handle(event: H3Event): Promise<unknown> {
    const who = await askingOf(event)
    try {
      if (contract.method !== 'GET') requireOwnOrigin(event)
      if (!can(who.actor, options.may)) {
        await keepTyped(event, contract)
        throw new Refusal(who.actor.kind === 'stranger' ? 'not_signed_in' : 'not_allowed')
      }
      const raw = await readInput(event, contract, options.maxBytes)
      const input = parse(contract, raw)
      const answer = await work(event, who, contract, options, input)
      if (wantsPage(event) && options.after)
        return redirectTo(event, options.after(answer, input, who), who.lang)
      return answer
    } catch (error) {
      return answerRefusal(event, who, contract, error)
    }
  }
  return eventHandler(handle)
}

/** What was typed into a form is read before it is refused, so that it can be given back after signing in. */
async function keepTyped(event: H3Event, contract: Contract): Promise<void> {
  if (wantsPage(event) && !carriesFiles(event)) await readInput(event, contract)
}

async function work<C extends Contract>(
  event: H3Event,
  who: Asking,
  contract: C,
  options: Work<C>,
  input: InputOf<C>,
): Promise<AnswerOf<C>> {
  if ('read' in options) return look(who, (reading) => options.read(reading, input))
  if ('flow' in options) return options.flow(who, input, event)
  await options.before?.(who, input)
  try {
    const answer = await perform(who, (act) => once(event, act, contract, () => options.run(act, input)))
    nudgeJobs()
    return answer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const meanwhile = await answeredMeanwhile(event, who, contract)
    if (meanwhile) return meanwhile.answer as AnswerOf<C>
    await options.refused?.(who, input, error)
    throw error
  }
}

function parse<C extends Contract>(contract: C, raw: Record<string, unknown>): InputOf<C> {
  const result = v.safeParse(contract.input, raw, { abortPipeEarly: true })
  if (result.success) return result.output as InputOf<C>
  throw new Refusal('invalid_input', { problems: result.issues.map(toProblem) })
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const field = issue.path?.map((part) => String(part.key)).join('.') ?? ''
  const code = /^[a-z_]+$/.test(issue.message) ? issue.message : 'missing'
  const requirement =
    'requirement' in issue && typeof issue.requirement === 'number' ? issue.requirement : undefined
  return { field, code, ...(requirement !== undefined && { params: { n: requirement } }) }
}
