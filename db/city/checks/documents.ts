import { DOCUMENTS_OF_CASES } from '#shared/cases/documents.ts'
import type { DocumentPart, DocumentTemplate } from '#shared/catalog/documents.ts'
import { OF_CASE, OF_ITEM, OF_ROW, placeholdersIn } from '#shared/catalog/document-template.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'
import { halfWidthPunctuation } from '../texts.ts'

type RefuseAt = (path: Path, what: string) => void

/**
 * Formal documents can be drawn and told apart: every document that a move produces has a template, placeholders are
 * known where they stand, and no two kinds or offices share what their numbers begin with.
 */
export function checkDocuments(city: City, refuse: Refuse): void {
  const known = new Set(city.documentTemplates.map(({ code }) => code))
  for (const kind of DOCUMENTS_OF_CASES)
    if (!known.has(kind)) refuse(FILES.documents, [], `has no “${kind}”, which cases produce; add it`)
  const offices = new Set(city.departments.map(({ code }) => code))
  for (const [index, template] of city.documentTemplates.entries()) {
    const { office } = template
    const refuseAt: RefuseAt = (path, what) => refuse(FILES.documents, [index, ...path], what)
    if (office !== undefined && !offices.has(office))
      refuseAt(['office'], `unknown department “${office}”; add it to departments.json or correct it`)
    if (city.documentTemplates.findIndex(({ series }) => series === template.series) !== index)
      refuseAt(['series'], `“${template.series}” stands twice; choose another character`)
    checkParts(template, refuseAt)
  }
  for (const [index, { abbreviation }] of city.departments.entries())
    if (city.departments.findIndex((each) => each.abbreviation === abbreviation) !== index)
      refuse(FILES.departments, [index, 'abbreviation'], `“${abbreviation}” stands twice; change one`)
}

function checkParts({ parts }: DocumentTemplate, refuse: RefuseAt): void {
  for (const [index, part] of parts.entries()) {
    for (const [path, text, allowed] of textsOf(part)) {
      const at = ['parts', index, ...path]
      for (const name of placeholdersIn(text))
        if (!allowed.includes(name))
          refuse(at, `unknown placeholder “{${name}}”; use one of ${allowed.join(', ')}`)
      const found = halfWidthPunctuation(text)
      if (found) refuse(at, `half-width punctuation in “${found}”; use full-width marks`)
    }
  }
}

/** The texts of a part, with the placeholders that may stand in each. */
function textsOf(part: DocumentPart): [path: Path, text: string, allowed: readonly string[]][] {
  const anywhere = [...OF_CASE, ...OF_ITEM]
  switch (part.part) {
    case 'paragraph':
    case 'heading':
      return [[['text'], part.text, anywhere]]
    case 'pairs':
      return part.pairs.flatMap(({ label, text }, index): ReturnType<typeof textsOf> => [
        [['pairs', index, 'label'], label, []],
        [['pairs', index, 'text'], text, anywhere],
      ])
    case 'table':
      return [
        [['heading'], part.heading ?? '', []],
        ...part.columns.flatMap(({ title, text }, index): ReturnType<typeof textsOf> => [
          [['columns', index, 'title'], title, []],
          [['columns', index, 'text'], text, [...OF_CASE, ...OF_ROW[part.of]]],
        ]),
      ]
    case 'signatures':
      return [
        [['receiver'], part.receiver, []],
        [['clerk'], part.clerk, []],
      ]
    case 'application':
      return []
  }
}
