import type { Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { insertFile, orDiscard, receiveUpload, uploadsIn } from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import { materialsFor } from './later.ts'
import { caseFacts, changeCase, loadCase, type LoadedCase } from './load.ts'

type Received = Awaited<ReturnType<typeof receiveUpload>>

/**
 * Takes a material that was promised for later at acceptance (容缺受理), or that a correction asks for anew. The files
 * become part of the case, in place of those that were to be put right.
 * @throws Refusal invalid_input with what is wrong with a file
 */
export async function supplyMaterial(
  who: Asking,
  { no, material: code, ...posted }: { no: string; material: string } & Record<string, unknown>,
): Promise<{ no: string; correcting: boolean }> {
  const { bundle, row } = await look(who, (reading) => promised(reading, no, code))
  const material = bundle.materials[code]
  if (!material) throw new Refusal('not_found')
  const uploads = uploadsIn(posted)
  const received = await Promise.all(uploads.map((upload) => receiveUpload(who, upload, material)))
  const ids = received.flatMap((each) => ('file' in each ? [each.file.id] : []))
  await orDiscard(ids, keep(who, no, code, received))
  return { no, correcting: row.state === 'correcting' }
}

async function keep(who: Asking, no: string, code: string, received: readonly Received[]): Promise<void> {
  const problems = received.flatMap((each): Problem[] =>
    'wrong' in each ? [{ field: code, ...each.wrong }] : [],
  )
  if (received.length === 0) problems.push({ field: code, code: 'file_missing' })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  await perform(who, async (act) => {
    const loaded = await promised(act, no, code)
    const { row } = loaded
    for (const each of received) {
      if ('wrong' in each) continue
      const handedIn = { purpose: code, pages: each.given.pages ?? 1, scan: each.scan }
      await insertFile(act.tx, each.file, row.applicantId, each.given.name, act.at, handedIn)
      if (each.scan === 'pending') await emit(act, 'file.unscanned', each.file.id, { file: each.file.id })
    }
    const given = received.flatMap((each) => ('given' in each ? [each.given] : []))
    await changeCase(act, row, {
      content: {
        ...row.content,
        files: { ...row.content.files, [code]: given },
        later: row.content.later?.filter((each) => each.material !== code),
        missing: row.content.missing?.filter((each) => each !== code),
        anew: row.content.anew?.map((each) => (each.material === code ? { ...each, came: true } : each)),
      },
    })
    for (const item of loaded.items)
      if (nothingLacks(loaded, item, code, act.at)) await moveWork(act, item, 'supply')
    act.note({
      verb: 'cases.supply',
      subjectKind: 'case',
      subjectId: row.id,
      detail: { material: code, files: given.length },
    })
  })
}

/** Whether an item was tolerated for lack of this material, and of no other that has not come yet. */
function nothingLacks({ bundle, row }: LoadedCase, item: WorkRow, came: string, at: number): boolean {
  if (item.state !== 'tolerated') return false
  const needed = materialsFor(bundle, item, caseFacts(bundle, row.content, at))
  const lacking = (row.content.later ?? []).filter(({ material }) => needed.includes(material))
  return lacking.every(({ material }) => material === came)
}

/** The applicant's own case, which waits for this material. */
async function promised(act: Act | Look, no: string, material: string): Promise<LoadedCase> {
  const loaded = await loadCase(act, no)
  const own = act.actor.kind === 'person' && loaded.row.applicantId === act.actor.id
  const { later = [], anew = [] } = loaded.row.content
  if (!own || ![...later, ...anew].some((each) => each.material === material)) throw new Refusal('not_found')
  return loaded
}
