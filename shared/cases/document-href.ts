import type { CaseDocumentView } from './view.ts'

/** Where a formal document of a case is: by its kind, or by its id where the case has several of that kind. */
export function documentHref(no: string, id: string, documents: readonly CaseDocumentView[]): string {
  const kind = documents.find((each) => each.id === id)?.kind
  const alone = documents.filter((each) => each.kind === kind).length === 1
  return `/files/cases/${no}/${alone ? kind : id}`
}
