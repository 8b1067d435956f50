import { putIntoIndex, removeFromIndex, type IndexedDocument } from '#db/search.ts'
import { read, transaction } from '#db'
import { tokensOf } from '#shared/search/tokens.ts'
import { changesAfter, type ChangedDocument, type ChangePlace } from '../catalog/index.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { documentOf, idOf } from './documents.ts'
import { insertDocuments, removeDocuments, type SearchDocument } from './store.ts'

/** How far the index follows the catalogue, and how it is made: an index made otherwise is made anew. */
const INDEXED = 'search.indexed'
const MAKE = 2

const CHUNK = 1000
const FINDABLE = new Set(['lifeEvent', 'item', 'policy'])
const BEGINNING: ChangePlace = { edition: -1, kind: '', code: '' }

/** Brings the index up to date with what was published; answers how many documents changed. */
export async function indexChanges(): Promise<number> {
  let place = placeOf(await readSetting(read(), INDEXED))
  let done = 0
  for (;;) {
    const changed = await changesAfter(read(), place, CHUNK)
    const last = changed.at(-1)
    if (!last) return done
    place = { edition: last.edition, kind: last.kind, code: last.code }
    done += await takeIn(changed, place)
  }
}

/** The same as a job. */
export async function handleIndex(): Promise<void> {
  await indexChanges()
}

function placeOf(value: unknown): ChangePlace {
  if (typeof value !== 'object' || value === null || !('place' in value) || !('make' in value))
    return BEGINNING
  return value.make === MAKE ? (value.place as ChangePlace) : BEGINNING
}

async function takeIn(changed: readonly ChangedDocument[], place: ChangePlace): Promise<number> {
  const found = changed.flatMap((each) => {
    const document = documentOf(each)
    return document ? [{ document, local: each.local }] : []
  })
  const ids = changed.filter(({ kind }) => FINDABLE.has(kind)).map(idOf)
  await transaction(async (tx) => {
    await removeFromIndex(tx, ids)
    await removeDocuments(tx, ids)
    await insertDocuments(
      tx,
      found.map(({ document }) => document),
    )
    await putIntoIndex(tx, found.map(indexed))
    await writeSetting(tx, INDEXED, { make: MAKE, place })
  })
  return found.length
}

function indexed({ document, local }: { document: SearchDocument; local: boolean }): IndexedDocument {
  const { id, names, summary } = document
  return { id, local, tokens: tokensOf([...names, summary.zh, summary.en].join(' | ')) }
}
