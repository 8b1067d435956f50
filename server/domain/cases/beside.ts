import { itemOf } from '#shared/catalog/bundle.ts'
import type { BesideHead, BesideView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import type { WorkRow } from '../work/index.ts'
import { earlierOf } from './earlier.ts'
import { loadCaseById, loadItem, type LoadedCase } from './load.ts'
import { deskFacts } from './present-facts.ts'

/** Two items that may be the same request, fact by fact. The other is one that the first one's page names. */
export async function presentBeside(
  look: Look,
  { item: id, other: otherId }: { item: string; other: string },
): Promise<BesideView> {
  const [item, other] = [await loadItem(look, id), await loadItem(look, otherId)]
  const [loaded, beside] = [await loadCaseById(look, item.parentId), await loadCaseById(look, other.parentId)]
  if (!(await earlierOf(look, loaded, item)).some((each) => each.id === otherId))
    throw new Refusal('not_found')
  for (const { id: subjectId, no } of [item, other])
    look.note({ verb: 'cases.look', subjectKind: 'caseItem', subjectId, detail: { no } })
  const [left, right] = [shown(look, loaded, item), shown(look, beside, other)]
  const codes = [...new Set([...left.keys(), ...right.keys()])]
  return {
    item: head(look, loaded, item),
    other: head(look, beside, other),
    facts: codes.map((code) => ({
      label: left.get(code)?.label ?? right.get(code)?.label ?? code,
      values: [left.get(code)?.value ?? '', right.get(code)?.value ?? ''],
      // What is hidden may differ where what is shown does not.
      differs: JSON.stringify(valueOf(loaded, code)) !== JSON.stringify(valueOf(beside, code)),
    })),
  }
}

/** The facts that an item asks for, as the desk may read them, by element. */
function shown({ lang }: Look, { bundle, row }: LoadedCase, item: WorkRow) {
  const needed = new Set(itemOf(bundle, item.topic).needs.map(({ element }) => element))
  const facts = deskFacts(bundle, row.content.facts, needed, lang)
  return new Map(facts.map((fact) => [fact.element, fact]))
}

function valueOf({ row }: LoadedCase, code: string): unknown {
  return row.content.facts[code]?.value
}

function head({ lang }: Look, { bundle, row }: LoadedCase, item: WorkRow): BesideHead {
  const name = say(itemOf(bundle, item.topic).name, lang)
  return { id: item.id, name, caseNo: item.no, applicant: item.label, state: item.state, sentAt: row.sentAt }
}
