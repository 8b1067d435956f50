import type { ChecklistView } from '#shared/cases/checklist.ts'
import { itemOf } from '#shared/catalog/bundle.ts'
import { holds } from '#shared/rules/judge.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { materialsFor } from './later.ts'
import { caseFacts, type LoadedCase } from './load.ts'

/** What comes before the names of materials in a notice of everything that is to be put right. */
const LACKING = {
  zh: '请补交或者重新提交：{names}。',
  en: 'Please hand in, or hand in anew: {names}.',
} as const satisfies Text
const COMMA = { zh: '、', en: ', ' } as const satisfies Text

/** The materials of every item that can be taken in, with what to look at, and how each came (审查要点逐条勾选). */
export function checklistOf(loaded: LoadedCase, { at, lang }: Act | Look): ChecklistView[] {
  const { bundle, row, items } = loaded
  const { files, missing = [], later = [], signed = [] } = row.content
  const facts = caseFacts(bundle, row.content, at)
  return items
    .filter(({ state }) => state === 'received')
    .map((item) => ({
      item: item.id,
      name: say(itemOf(bundle, item.topic).name, lang),
      materials: materialsFor(bundle, item, facts).flatMap((code) => {
        const material = bundle.materials[code]
        if (!material || !holds(material.when, facts)) return []
        const given = files[code] ?? []
        const promised = missing.includes(code) || later.some((each) => each.material === code)
        return [
          {
            code,
            name: say(material.name, lang),
            checkpoints: (material.checkpoints ?? []).map((each) => say(each, lang)),
            files: given.map(({ name, fileId }) => ({ name, fileId })),
            came:
              given.length > 0
                ? ('handedIn' as const)
                : signed.some((each) => each.material === code)
                  ? ('signed' as const)
                  : promised
                    ? ('later' as const)
                    : material.exemptBy.length > 0
                      ? ('shared' as const)
                      : ('nothing' as const),
          },
        ]
      }),
    }))
    .filter(({ materials }) => materials.length > 0)
}

/** Which of some materials may be asked for: what was handed in, and what an item that can be taken in needs. */
export function askable(loaded: LoadedCase, materials: readonly string[], at: number): string[] {
  const { bundle, row, items } = loaded
  const facts = caseFacts(bundle, row.content, at)
  const needed = new Set(
    items
      .filter(({ state }) => state === 'received')
      .flatMap((item) => materialsFor(bundle, item, facts))
      .filter((code) => holds(bundle.materials[code]?.when, facts)),
  )
  return materials.filter((code) => bundle.materials[code] && (row.content.files[code] || needed.has(code)))
}

/** The words of the notice: what is missing by name, and what was written besides. */
export function wordsOfNotice(
  { bundle }: LoadedCase,
  materials: readonly string[],
  note: string,
  lang: Lang,
): string {
  const names = materials.flatMap((code) => {
    const material = bundle.materials[code]
    return material ? [say(material.name, lang)] : []
  })
  const lacking = names.length > 0 ? say(LACKING, lang).replace('{names}', names.join(say(COMMA, lang))) : ''
  return [lacking, note].filter(Boolean).join('\n')
}
