import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { systemActor } from '#shared/access/actor.ts'
import { eraseFiles } from '../files/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'
import { namesFile } from './place-file.ts'
import { openDraftRows, updateContent } from './store.ts'

/**
 * A virus was found in a file that had waited for the scanner: it is taken out of the drafts that name it, and the
 * person is told, beside the material too. In a case the file stays listed, marked, without its bytes.
 */
export async function handleInfected(
  { file = '', owner = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  await perform(asking(systemActor('forms'), at), async (act) => {
    let page = '/my'
    for (const row of await openDraftRows(act.tx, owner)) {
      const { content } = row
      if (!namesFile(content, file)) continue
      for (const [material, files] of Object.entries(content.files)) {
        const found = files.find(({ fileId }) => fileId === file)
        if (!found) continue
        content.files[material] = files.filter((each) => each !== found)
        // Where a file is the answer to a question, its value begins with the file.
        if (String(content.answers[material] ?? '').startsWith(file)) delete content.answers[material]
        content.rejected.push({ field: material, ...fault('file_infected', { name: found.name }) })
      }
      content.saved = content.saved.filter((code) => !code.startsWith('materials'))
      if (!(await updateContent(act.tx, row, at))) throw new Refusal('changed_meanwhile')
      await eraseFiles(act, [file])
      page = `/apply/${row.id}/materials`
    }
    await tell(act, owner, 'file_infected', `file_infected:${file}`, {}, page)
  })
}
