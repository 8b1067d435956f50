import { elementOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseFact } from '#shared/cases/content.ts'
import type { DeskFact, DeskFile } from '#shared/cases/view.ts'
import { showMasked, showValue } from '#shared/elements/value.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import { sourceName } from '../forms/index.ts'

/** What proved a fact when nobody was asked: the sign-in of whoever applied. */
const APPLICANTS_ACCOUNT = { zh: '申请人的账号', en: 'the applicant’s account' } as const satisfies Text

/** Facts in the order of the form's pages, differences first in their section. A reviewer sees what their item asked for. */
export function deskFacts(
  bundle: Bundle,
  facts: Record<string, CaseFact>,
  needed: ReadonlySet<string> | null,
  lang: Lang,
): DeskFact[] {
  const outputs = Object.values(bundle.items).flatMap((item) =>
    (item.outputs ?? []).map((output) => output.element),
  )
  const sections = [
    ...bundle.lifeEvent.pages.map((page) => ({
      title: say(page.recordTitle ?? page.title, lang),
      elements: page.elements,
    })),
    { title: '', elements: outputs },
  ]
  return sections.flatMap(({ title, elements }) =>
    elements.flatMap((code): DeskFact[] => {
      const fact = facts[code]
      if (!fact || (needed && !needed.has(code) && !outputs.includes(code))) return []
      const element = elementOf(bundle, code)
      return [
        {
          section: title,
          element: code,
          label: say(element.recordLabel ?? element.label, lang),
          value: showMasked(element, fact.value, lang),
          source:
            fact.source.kind === 'account' ? APPLICANTS_ACCOUNT[lang] : sourceName(bundle, fact.source, lang),
          at: fact.source.at ?? null,
          correctable: fact.source.kind !== 'account',
          differs: fact.differs ? showValue(element, fact.differs.value, lang) : null,
        },
      ]
    }),
  )
}

/** Files as the desk lists them, by the name of their material. */
export function deskFiles(
  bundle: Bundle,
  files: Record<string, { fileId: string; name: string }[]>,
  lang: Lang,
): DeskFile[] {
  return Object.entries(files).flatMap(([code, list]) =>
    list.map(({ fileId, name }) => ({
      material: say(bundle.materials[code]?.name ?? { zh: code, en: code }, lang),
      name,
      fileId,
    })),
  )
}
