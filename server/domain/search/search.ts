import { searchIds } from '#db/search.ts'
import type { SearchResults } from '#shared/contract/search.ts'
import { relevance } from '#shared/search/relevance.ts'
import { subjectOf } from '#shared/search/query.ts'
import { tokensOf } from '#shared/search/tokens.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { documentsWith, type SearchDocument } from './store.ts'

/** The engine finds this many by tokens, of which the most relevant are shown. */
const CANDIDATES = 200
const SHOWN = 20

/** What answers a question in plain words, the best first. */
export async function search(look: Pick<Look, 'tx' | 'lang'>, { q }: { q: string }): Promise<SearchResults> {
  const ids = await searchIds(look.tx, tokensOf(subjectOf(q)), CANDIDATES)
  const found = (await documentsWith(look.tx, ids))
    .map((document) => ({ document, score: relevance(q, findable(document)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ document: { kind, code, title, summary, path } }) => ({
      kind,
      code,
      title: say(title, look.lang),
      summary: say(summary, look.lang),
      path,
    }))
  return { q, found }
}

function findable({ kind, names, ownNames, summary }: SearchDocument) {
  return { kind, names, ownNames, text: `${summary.zh} ${summary.en}` }
}
