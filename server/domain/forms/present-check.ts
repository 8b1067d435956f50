import type { CheckView } from '#shared/forms/view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { arrived } from './coming.ts'
import { loadDraft, walk } from './load.ts'
import { blockedViews } from './present-guidance.ts'
import { presentMaterials } from './present-materials.ts'
import { derivedRow, factRow } from './rows.ts'
import { stepOf } from './save-step.ts'

/** "Check your answers": everything that will be sent, section by section, with ways back to change it. */
export async function presentCheck(look: Look, { draft: id }: { draft: string }): Promise<CheckView> {
  await arrived(id, 'check')
  const draft = await loadDraft(look, id)
  if (draft.row.state !== 'open') throw new Refusal('not_found')
  const journey = walk(draft, look.at)
  stepOf(journey, 'check')
  const { bundle, row } = draft
  const { lang } = look
  const rowsOf = (elements: string[]) =>
    elements
      .flatMap((code) =>
        bundle.elements[code]?.derive
          ? derivedRow(bundle, code, journey.facts, lang)
          : factRow(bundle, code, journey.answers(code), lang),
      )
      .filter(({ value }) => value !== '')
  const situations = journey.steps.filter((step) => step.kind === 'situation')
  return {
    draft: id,
    lifeEvent: { code: bundle.lifeEvent.code, title: say(bundle.lifeEvent.title, lang) },
    number: journey.steps.length,
    of: journey.steps.length,
    savedAt: row.updatedAt,
    sections: [
      ...situations.map((step) => ({ title: '', step: step.code, rows: rowsOf(step.elements) })),
      ...journey.steps
        .filter((step) => step.kind === 'page')
        .map((step) => {
          const page = bundle.lifeEvent.pages.find((each) => each.code === step.code)
          return { title: page ? say(page.title, lang) : '', step: step.code, rows: rowsOf(step.elements) }
        }),
    ],
    items: journey.plan.items.map((item) => {
      const department = bundle.departments[item.department]
      return {
        code: item.code,
        name: say(item.name, lang),
        department: department ? say(department.shortName, lang) : '',
        days: item.promisedDays,
      }
    }),
    counter: journey.plan.counter.map(({ item, reason }) => ({
      name: say(item.name, lang),
      reason: say(reason, lang),
    })),
    materials: presentMaterials(bundle, journey.materials, row.content, lang, []),
    blocked: blockedViews(journey, lang),
    applicantName: String(row.content.knowns['applicant.name']?.value ?? ''),
    back: journey.steps.at(-2)?.code ?? 'check',
  }
}
