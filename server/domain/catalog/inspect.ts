import { checkCatalog } from '#db/city/check-catalog.ts'
import { walkTexts } from '#db/city/checks/texts.ts'
import { FILES } from '#db/city/files.ts'
import { DOCUMENT_SHAPES, shaped } from '#db/city/parse.ts'
import { collector, showPath, type Finding, type Path } from '#db/city/refuse.ts'
import type { DocumentKind, Documents } from '#shared/catalog/documents.ts'
import { DOCUMENT_KINDS, isDocumentKind, type PackageFinding } from '#shared/catalog/package.ts'
import type { Change } from './change.ts'
import { cityOf, type CityCatalog } from './city-catalog.ts'
import { brokenAt } from './package-content.ts'

/** A package after its check: what it changes, and everything that is wrong; changes only when nothing is. */
export interface Inspected {
  changes: Change[]
  findings: PackageFinding[]
  /** The catalogue as it would be. */
  catalog?: CityCatalog
}

/** Notes what is wrong in a document. */
export type Note = (document: string, path: Path, what: string) => void

/** Checks a package together with everything that is published. What was wrong before is not its fault. */
export function inspect(raw: unknown, published: CityCatalog): Inspected {
  const findings: PackageFinding[] = []
  const note: Note = (document, path, what) => findings.push({ document, path: showPath(path), what })
  const changes = changesIn(raw, note)
  if (findings.length > 0) return { changes: [], findings }
  if (changes.length === 0) note('', [], 'holds no document; give lists of documents by kind')
  for (const { kind, code, body } of changes)
    walkTexts(body, [], (path, what) => note(nameOf(kind, code), path, what))
  const catalog = withChanges(published, changes)
  findings.push(...ownFindings(catalog, published))
  return { changes: findings.length === 0 ? changes : [], findings, catalog }
}

/** What is wrong in a catalogue and was not wrong before. */
function ownFindings(catalog: CityCatalog, published: CityCatalog): PackageFinding[] {
  const found = findingsOf(catalog)
  if (found.length === 0) return []
  const before = new Set(findingsOf(published).map((finding) => JSON.stringify(finding)))
  return found.filter((finding) => !before.has(JSON.stringify(finding)))
}

/** `item birth-certificate`, as findings and differences name a document. */
export function nameOf(kind: string, code: string): string {
  return `${kind} ${code}`
}

/** The changes of a package as far as its documents have their shape; what has not is noted. */
export function changesIn(raw: unknown, note: Note): Change[] {
  if (typeof raw === 'string') {
    note('', [], `is no JSON (${brokenAt(raw)}); correct it`)
    return []
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    note('', [], 'is no package; give one JSON object with lists of documents by kind')
    return []
  }
  return Object.entries(raw).flatMap(([kind, list]) => {
    if (kind === 'remove') return removalsIn(list, note)
    if (isDocumentKind(kind)) return documentsIn(kind, list, note)
    note('', [kind], `is no kind of document; use ${DOCUMENT_KINDS.join(', ')} or remove`)
    return []
  })
}

function documentsIn(kind: DocumentKind, list: unknown, note: Note): Change[] {
  if (!Array.isArray(list)) {
    note('', [kind], 'is no list; give a list of documents')
    return []
  }
  const seen = new Set<string>()
  return list.flatMap((value: unknown, index): Change[] => {
    const code: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'code') : undefined
    const name = typeof code === 'string' ? nameOf(kind, code) : `${kind} [${index}]`
    const body = shaped<Documents[DocumentKind]>(DOCUMENT_SHAPES[kind], value, (path, what) =>
      note(name, path, what),
    )
    if (!body) return []
    if (seen.has(body.code)) note(name, ['code'], 'stands twice in this package; keep one')
    seen.add(body.code)
    return [{ kind, code: body.code, body }]
  })
}

function removalsIn(value: unknown, note: Note): Change[] {
  const lists = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (lists.length === 0) note('', ['remove'], 'is no list of codes by kind; correct it')
  return lists.flatMap(([kind, codes]) => {
    if (isDocumentKind(kind) && Array.isArray(codes))
      return codes.map((code) => ({ kind, code: String(code), body: null }))
    note('', ['remove', kind], 'is no list of codes of a kind; correct it')
    return []
  })
}

/** A catalogue with changes made in it. */
export function withChanges(catalog: CityCatalog, changes: readonly Change[]): CityCatalog {
  const lists = DOCUMENT_KINDS.map((kind): [string, { code: string }[]] => {
    const own = new Map(
      changes.filter((change) => change.kind === kind).map(({ code, body }) => [code, body]),
    )
    const kept = catalog[kind].filter(({ code }) => !own.has(code))
    return [
      kind,
      [...kept, ...[...own.values()].flatMap((body) => (body === null ? [] : [body as { code: string }]))],
    ]
  })
  return { ...catalog, ...Object.fromEntries(lists) }
}

const PARTS: Record<string, DocumentKind> = {
  [FILES.departments]: 'department',
  [FILES.divisions]: 'division',
  [FILES.halls]: 'hall',
  [FILES.codeLists]: 'codeList',
  [FILES.elements]: 'element',
  [FILES.resources]: 'resource',
  [FILES.materials]: 'material',
  [FILES.items]: 'item',
  [FILES.lifeEvents]: 'lifeEvent',
  [FILES.certificateTypes]: 'certificateType',
  [FILES.documents]: 'documentTemplate',
  [FILES.policies]: 'policy',
  [FILES.ratingTags]: 'ratingTag',
}

function findingsOf(catalog: CityCatalog): PackageFinding[] {
  const { findings, refuse } = collector()
  checkCatalog(cityOf(catalog), refuse)
  return findings.map((finding) => ofDocument(finding, catalog))
}

/** A finding by the place in a list, as one by the document. */
function ofDocument({ file, path, what }: Finding, catalog: CityCatalog): PackageFinding {
  const kind = PARTS[file]
  const [index, ...rest] = path
  const document = kind && typeof index === 'number' ? catalog[kind][index] : undefined
  if (!kind || !document) return { document: file, path: showPath(path), what }
  return { document: nameOf(kind, document.code), path: showPath(rest), what }
}
