import { join } from 'node:path'
import { read } from '#db'
import { FILES, isFolder } from '#db/city/files.ts'
import { writeDocument } from '#db/city/generate/write.ts'
import { documentsAfter } from '#domain/catalog/index.ts'
import type { DocumentKind } from '#shared/catalog/documents.ts'
import { withDatabase } from './database.ts'

const PARTS: Record<DocumentKind, string> = {
  department: FILES.departments,
  division: FILES.divisions,
  hall: FILES.halls,
  codeList: FILES.codeLists,
  element: FILES.elements,
  resource: FILES.resources,
  material: FILES.materials,
  item: FILES.items,
  lifeEvent: FILES.lifeEvents,
  certificateType: FILES.certificateTypes,
  documentTemplate: FILES.documents,
  policy: FILES.policies,
  ratingTag: FILES.ratingTags,
}

/** Settings that are published like documents. */
const SETTINGS = [
  ['hotline', FILES.hotline],
  ['enterpriseProfile', FILES.enterpriseProfile],
] as const

/** Of what stands in a folder, so many documents in one file. */
const PER_FILE = 1000

/** The command: says how many documents it wrote. */
export async function exportTo(folder: string): Promise<boolean> {
  const count = await withDatabase(() => writeCatalog(folder))
  console.log(`${folder}: ${count} documents`)
  return true
}

/** Writes what is published, without what is no longer offered; answers how many documents there are. */
export async function writeCatalog(folder: string): Promise<number> {
  let count = 0
  for (const [kind, part] of Object.entries(PARTS))
    count += await exportKind(kind, join(folder, part), isFolder(part))
  for (const [kind, file] of SETTINGS) {
    const [document] = await documentsAfter(read(), kind, '', 1)
    writeDocument(join(folder, file), document?.body ?? [])
  }
  return count
}

async function exportKind(kind: string, place: string, inFolder: boolean): Promise<number> {
  let count = 0
  for (let page = 1, after = ''; ; page += 1) {
    const documents = await documentsAfter(read(), kind, after, inFolder ? PER_FILE : 1_000_000)
    if (documents.length === 0 && page > 1) return count
    const file = inFolder ? join(place, `${kind}-${String(page).padStart(4, '0')}.json`) : place
    writeDocument(
      file,
      documents.map(({ body }) => body),
    )
    count += documents.length
    after = documents.at(-1)?.code ?? ''
    if (!inFolder || documents.length < PER_FILE) return count
  }
}
