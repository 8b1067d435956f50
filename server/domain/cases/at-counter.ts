import { itemOf } from '#shared/catalog/bundle.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Text } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { applicantName } from './applicant-name.ts'
import { presentDocuments } from './documents.ts'
import { changeCase, loadCase, loadCaseById, loadItem, type LoadedCase } from './load.ts'
import { departmentName } from './present-parts.ts'

/** A case as it is spoken of at the counter: what, whose, and whether it is closed. */
export interface CaseAtCounter {
  id: string
  no: string
  title: Text
  lifeEvent: string
  applicantId: string
  /** The applicant's name, as it stands in the case. */
  applicant: string
  /** 0 while it is open. */
  closedAt: number
}

/** A case that the clerk who acts may see. */
export async function caseAtCounter(look: Act | Look, no: string): Promise<CaseAtCounter> {
  return present(look, await loadCase(look, no))
}

/** One of its formal documents, to be signed for. */
export async function documentAtCounter(
  look: Act | Look,
  no: string,
  documentId: string,
): Promise<CaseAtCounter & { document: string; documentNo: string }> {
  const loaded = await loadCase(look, no)
  const document = (await presentDocuments(look, loaded)).find(({ id }) => id === documentId)
  if (!document) throw new Refusal('not_found')
  return { ...(await present(look, loaded)), document: document.title, documentNo: document.no }
}

/** An item whose result is handed out. */
export async function itemAtCounter(
  look: Act | Look,
  id: string,
): Promise<CaseAtCounter & { item: string; result: string; department: string; state: string }> {
  const item = await loadItem(look, id)
  const loaded = await loadCaseById(look, item.parentId)
  const document = itemOf(loaded.bundle, item.topic)
  return {
    ...(await present(look, loaded)),
    item: say(document.name, look.lang),
    result: say(document.result.name, look.lang),
    department: departmentName(loaded.bundle, item.unit, look.lang),
    state: item.state,
  }
}

/** The receipt of a document was signed at the counter; answers the id of its case. */
export async function signForDocument(
  act: Act,
  { no, document }: { no: string; document: string },
): Promise<string> {
  const { row } = await loadCase(act, no)
  const { content } = row
  const signedFor = { ...content.signedFor, [document]: act.at }
  await changeCase(act, row, { content: { ...content, signedFor } })
  return row.id
}

async function present({ tx }: Act | Look, { row, bundle }: LoadedCase): Promise<CaseAtCounter> {
  return {
    id: row.id,
    no: row.no,
    title: bundle.lifeEvent.title,
    lifeEvent: row.lifeEvent,
    applicantId: row.applicantId,
    applicant: await applicantName(tx, row),
    closedAt: row.closedAt,
  }
}
