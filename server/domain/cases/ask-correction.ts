import { itemOf } from '#shared/catalog/bundle.ts'
import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork } from '../work/index.ts'
import { askable, wordsOfNotice } from './checklist.ts'
import { materialsFor } from './later.ts'
import { caseFacts, changeCase, loadCase, type LoadedCase } from './load.ts'
import { refuseOldCase } from './old-view.ts'
import { presentDesk } from './present-desk.ts'

/** What is to be put right in an answer must be said in so many characters. */
const SHORTEST = 4

interface Asked {
  no: string
  elements: string[]
  /** What is missing, or must be handed in anew. */
  materials?: string[]
  /** May be empty where materials say it all. */
  note: string
  /** The version of the case that was looked at. */
  version?: number
}

/**
 * Asks the applicant once for everything that must be put right (一次性告知, 行政许可法 §32): names the very elements and
 * materials and says what is wrong. Items that need one of them pause; the others go on.
 */
export async function askCorrection(
  act: Act,
  { no, elements, materials = [], note, version }: Asked,
): Promise<DeskCaseView> {
  const loaded = await loadCase(act, no)
  await refuseOldCase(act, loaded, version)
  const { bundle, row } = loaded
  const known = elements.filter((element) => bundle.elements[element] && element in row.content.facts)
  const anew = askable(loaded, materials, act.at)
  if (known.length + anew.length === 0)
    throw new Refusal('invalid_input', { problems: [{ field: 'elements', code: 'correction_elements' }] })
  if (anew.length === 0 && note.length < SHORTEST)
    throw new Refusal('invalid_input', {
      problems: [{ field: 'note', ...fault('too_short', { n: SHORTEST }) }],
    })
  const words = wordsOfNotice(loaded, anew, note, act.lang)
  const facts = caseFacts(bundle, row.content, act.at)
  const concerned = loaded.items.filter(
    (item) =>
      item.state === 'received' &&
      (itemOf(bundle, item.topic).needs.some((need) => known.includes(need.element)) ||
        materialsFor(bundle, item, facts).some((code) => anew.includes(code))),
  )
  if (concerned.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of concerned)
    await moveWork(act, item, 'ask', { note: words, data: { elements: known, materials: anew } })
  await pauseForCorrection(act, loaded, known, anew)
  return presentDesk(act, await loadCase(act, no))
}

/**
 * Opens the page on which the applicant puts right just what is named. What another department asked for and was not
 * answered yet stays on it.
 */
export async function pauseForCorrection(
  act: Act,
  loaded: LoadedCase,
  elements: readonly string[],
  materials: readonly string[],
): Promise<void> {
  const { row, bundle } = loaded
  const { facts, correcting, anew = [] } = row.content
  const known = elements.filter((element) => bundle.elements[element] && element in facts)
  const again = askable(loaded, materials, act.at)
  if (known.length + again.length === 0)
    throw new Refusal('invalid_input', { problems: [{ field: 'elements', code: 'correction_elements' }] })
  const asked = again.map((material) => ({ material, came: false }))
  await changeCase(act, row, {
    state: 'correcting',
    content: {
      ...row.content,
      correcting: [...new Set([...correcting, ...known])],
      anew: [...anew.filter(({ material }) => !again.includes(material)), ...asked],
    },
  })
}
