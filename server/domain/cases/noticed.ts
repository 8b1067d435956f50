import type { MatterSeen } from '#shared/exchange/my-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import type { Applications, NoticedFact, NoticedPlace } from '../footprint/index.ts'
import { draftHeads, registeredInDraft, registeredValue } from '../forms/index.ts'
import { caseFacts, isOwn, loadCase } from './load.ts'
import { caseHeads } from './store.ts'

/** Drafts and cases as the record of look-ups shows them: a link to what is the reader's own. */
export const applicationsSeen: Applications = { describe, factIn }

async function describe(look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, MatterSeen>> {
  const [drafts, cases] = [await draftHeads(look.tx, ids), await caseHeads(look.tx, ids)]
  const { actor } = look
  return new Map([
    ...drafts.map(({ id, lifeEvent, caseNo, personId: applicantId, agent }): [string, MatterSeen] => [
      id,
      {
        title: titleOf(lifeEvent, look),
        no: caseNo ?? '',
        href: caseNo && isOwn({ applicantId, agent }, actor) ? `/cases/${caseNo}` : null,
      },
    ]),
    ...cases.map((row): [string, MatterSeen] => [
      row.id,
      {
        title: titleOf(row.lifeEvent, look),
        no: row.no,
        href: isOwn(row, actor) ? `/cases/${row.no}` : null,
      },
    ]),
  ])
}

function titleOf(lifeEvent: string, { lang }: Look): string {
  const event = catalog().find('lifeEvent', lifeEvent)
  return event ? say(event.title, lang) : ''
}

async function factIn(act: Act | Look, { kind, id, element }: NoticedPlace): Promise<NoticedFact> {
  if (kind === 'draft') return { ...(await registeredInDraft(act, { draft: id, element })), matterId: id }
  const { row, bundle } = await loadCase(act, id)
  const fact = row.content.facts[element]
  const facts = caseFacts(bundle, row.content, act.at)
  const value = registeredValue(bundle, element, fact?.differs ?? fact, facts, act.lang)
  if (!value) throw new Refusal('not_found')
  return { ...value, matterId: row.id, personId: row.applicantId, organisationId: row.organisationId }
}
