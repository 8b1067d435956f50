import { replaceIndex } from '#db/search.ts'
import { tokensOf } from '#shared/search/tokens.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { documentsOf } from './documents.ts'
import { replaceDocuments } from './store.ts'

/** Makes the index anew from the published catalogue; answers how many documents can be found. */
export async function rebuildSearch(act: Pick<Act, 'tx'>): Promise<number> {
  const documents = documentsOf(catalog())
  await replaceDocuments(act.tx, documents)
  await replaceIndex(
    act.tx,
    documents.map(({ id, names, summary }) => ({
      id,
      tokens: tokensOf([...names, summary.zh, summary.en].join(' | ')),
    })),
  )
  return documents.length
}
