import { searchIds, searchLocalIds } from '#db/search.ts'
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
/** What single divisions offer is the same again and again: so many stand beside what the whole city offers. */
const LOCAL_CANDIDATES = 50
const LOCAL_SHOWN = 3

interface Scored {
  document: SearchDocument
  score: number
}

/** What answers a question in plain words, the best first. */
export async function search(look: Pick<Look, 'tx' | 'lang'>, { q }: { q: string }): Promise<SearchResults> {
  const tokens = tokensOf(subjectOf(q))
  const scored = async (ids: string[]): Promise<Scored[]> =>
    (await documentsWith(look.tx, ids))
      .map((document) => ({ document, score: relevance(q, findable(document)) }))
      .filter(({ score }) => score > 0)
      .sort(bestFirst)
  const ofCity = await scored(await searchIds(look.tx, tokens, CANDIDATES))
  const local = await scored(await searchLocalIds(look.tx, tokens, LOCAL_CANDIDATES))
  const best = ofCity[0]?.score ?? 0
  // Whoever names a division means it: then its items fit better than anything of the city's.
  const named = local.filter(({ score }) => score > best)
  const beside = local.filter(({ score }) => score <= best).slice(0, LOCAL_SHOWN)
  const found = [...ofCity, ...named, ...beside]
    .sort(bestFirst)
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

function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || (a.document.id < b.document.id ? -1 : 1)
}

function findable({ kind, names, ownNames, summary }: SearchDocument) {
  return { kind, names, ownNames, text: `${summary.zh} ${summary.en}` }
}
