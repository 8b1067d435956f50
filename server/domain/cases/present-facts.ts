import { elementOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { CaseFact } from '#shared/cases/content.ts'
import type { DeskFact, DeskFile } from '#shared/cases/view.ts'
import { showMasked, showValue } from '#shared/elements/value.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { scansOf } from '../files/index.ts'
import { showAsItCame, sourceName } from '../forms/index.ts'
import type { LoadedCase } from './load.ts'

/** What proved a fact when nobody was asked: the sign-in of whoever applied. */
const APPLICANTS_ACCOUNT = { zh: '申请人的账号', en: 'the applicant’s account' } as const satisfies Text

/** Over the answers to the questions that come before the form's pages. */
const SITUATION = { zh: '情况', en: 'Situation' } as const satisfies Text

/**
 * Facts in the order of the form's questions and pages. A reviewer sees what their item asked for.
 * @param needed codes of what the item asked for; null for everything
 * @param whole the element that staff asked to read unmasked, if any
 */
export function deskFacts(
  bundle: Bundle,
  facts: Record<string, CaseFact>,
  needed: ReadonlySet<string> | null,
  lang: Lang,
  whole?: string,
): DeskFact[] {
  const outputs = Object.values(bundle.items).flatMap((item) =>
    (item.outputs ?? []).map((output) => output.element),
  )
  const onPages = new Set(bundle.lifeEvent.pages.flatMap((page) => page.elements))
  const situations = bundle.lifeEvent.situations.map(({ element }) => element)
  const sections = [
    { title: SITUATION[lang], elements: situations.filter((code) => !onPages.has(code)) },
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
      const show = code === whole ? showValue : showMasked
      const hides = showMasked(element, fact.value, lang) !== showValue(element, fact.value, lang)
      return [
        {
          section: title,
          element: code,
          label: say(element.recordLabel ?? element.label, lang),
          value: show(element, fact.value, lang),
          mask: !hides ? null : code === whole ? 'lifted' : 'on',
          source:
            fact.source.kind === 'account' ? APPLICANTS_ACCOUNT[lang] : sourceName(bundle, fact.source, lang),
          at: fact.source.at ?? null,
          correctable: fact.source.kind !== 'account',
          differs: fact.differs ? show(element, fact.differs.value, lang) : null,
        },
      ]
    }),
  )
}

/** Adds what registers said when decisive facts were looked up afresh. */
export function withAfresh({ bundle, row }: LoadedCase, facts: readonly DeskFact[], lang: Lang): DeskFact[] {
  return facts.map((fact) => {
    const found = row.content.afresh?.[fact.element]
    if (!found || found.outcome === 'same') return fact
    const { outcome, value, resource } = found
    const element = elementOf(bundle, fact.element)
    const source = sourceName(bundle, { kind: 'exchange', resource }, lang)
    const show = outcome === 'unusable' ? showAsItCame(element, value ?? '') : ''
    const shown = value === null || outcome === 'unusable' ? show : showMasked(element, value, lang)
    return { ...fact, afresh: { outcome, value: shown, source } }
  })
}

/** Files as the desk lists them, by the name of their material. */
export async function deskFiles(
  { tx, lang }: Pick<Look, 'tx' | 'lang'>,
  bundle: Bundle,
  files: Record<string, { fileId: string; name: string }[]>,
): Promise<DeskFile[]> {
  const scans = await scansOf(
    tx,
    Object.values(files).flatMap((list) => list.map(({ fileId }) => fileId)),
  )
  return Object.entries(files).flatMap(([code, list]) =>
    list.map(({ fileId, name }) => {
      const scan = scans.get(fileId)
      return {
        material: say(
          bundle.materials[code]?.name ?? bundle.elements[code]?.label ?? { zh: code, en: code },
          lang,
        ),
        name,
        fileId,
        scan: scan === 'pending' || scan === 'infected' ? scan : null,
      }
    }),
  )
}
