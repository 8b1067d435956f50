import { personOfAgent, type Actor } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import type { DeskFact } from '#shared/cases/view.ts'
import type { Act, Look } from '../act.ts'
import { filesOf } from '../files/index.ts'
import { objectionsIn, type CaseObjection } from '../footprint/index.ts'
import { registeredValue } from '../forms/index.ts'
import { caseFacts, type LoadedCase } from './load.ts'

/** Where a reader reports that a registered value is wrong; undefined where they may not. */
function reportPage(actor: Actor): string | undefined {
  if (actor.kind === 'person') return '/my/data/objections/new'
  return can(actor, ['cases.accept', 'cases.decide']) ? '/desk/exchange/objections/new' : undefined
}

interface Reported {
  /** Elements of which a register gave the value. */
  given: ReadonlySet<string>
  objections: CaseObjection[]
}

/** What was reported about the registers that values of a case came from. */
async function reportedIn(
  act: Act | Look,
  { row, bundle }: LoadedCase,
  elements: readonly string[],
): Promise<Reported> {
  const facts = caseFacts(bundle, row.content, act.at)
  const values = elements.flatMap((element) => {
    const fact = row.content.facts[element]
    return registeredValue(bundle, element, fact?.differs ?? fact, facts, act.lang) ?? []
  })
  const people = [row.applicantId, personOfAgent(row.agent)]
  return {
    given: new Set(values.map(({ element }) => element)),
    objections: await objectionsIn(act, people, values),
  }
}

/**
 * Facts with what was reported about the registers they came from, and the way to report one. The case is not held up
 * by it: what the person says and handed in counts meanwhile (domain.md §11.6).
 */
export async function withObjections(
  act: Act | Look,
  loaded: LoadedCase,
  shown: readonly DeskFact[],
): Promise<DeskFact[]> {
  const page = reportPage(act.actor)
  const { given, objections } = await reportedIn(
    act,
    loaded,
    shown.map(({ element }) => element),
  )
  const files = await filesOf(
    act.tx,
    objections.flatMap(({ evidence }) => evidence),
  )
  return shown.map((fact) => {
    const objection = objections.find(({ element }) => element === fact.element)
    const evidence = files.filter(({ id }) => objection?.evidence.includes(id))
    return {
      ...fact,
      ...(given.has(fact.element) &&
        page && { way: `${page}?case=${loaded.row.no}&element=${fact.element}` }),
      ...(objection && {
        objection: {
          no: objection.no,
          outcome: objection.outcome,
          files: evidence.map(({ id, name }) => ({ fileId: id, name })),
        },
      }),
    }
  })
}

/** Whether a file was handed in with a report about a value that the reader sees. @param seen null for everything */
export async function isEvidence(
  look: Look,
  loaded: LoadedCase,
  seen: ReadonlySet<string> | null,
  fileId: string,
): Promise<boolean> {
  const elements = Object.keys(loaded.row.content.facts).filter((code) => seen === null || seen.has(code))
  const { objections } = await reportedIn(look, loaded, elements)
  return objections.some(({ evidence }) => evidence.includes(fileId))
}
