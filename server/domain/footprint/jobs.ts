import { systemActor } from '#shared/access/actor.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import type { Text } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'
import { timeline, workOf } from '../work/index.ts'
import { fieldName } from './names.ts'
import { objectionById, questionById } from './store/reports.ts'

const KINDS: Readonly<Record<string, NoticeKind>> = {
  'lookupQuestion.answer': 'lookup_answered',
  'dataObjection.dispatch': 'objection_dispatched',
  'dataObjection.correct': 'objection_corrected',
  'dataObjection.reject': 'objection_rejected',
}

/** Tells whoever asked or reported what became of it. */
export async function handleReportNotice(payload: Record<string, string>, at: number): Promise<void> {
  const { event = '', workId = '' } = payload
  const kind = KINDS[event]
  if (!kind) throw new Error(`no notice for ${event}`)
  await perform(asking(systemActor('footprint'), at), async (act) => {
    const work = await workOf(act.tx, workId)
    if (!work) throw new Error(`no work item has the id ${workId}`)
    const question = await questionById(act.tx, workId)
    const objection = question ? undefined : await objectionById(act.tx, workId)
    const department = departmentText(work.unit)
    const happened = (await timeline(act.tx, workId)).findLast(({ move }) => event.endsWith(`.${move}`))
    // Sent back and dispatched again, it is told again.
    const key = `${event}:${workId}:${happened?.at ?? at}`
    if (question)
      await tell(act, question.personId, kind, key, { department }, `/my/data/${question.lookupId}`)
    if (objection)
      await tell(
        act,
        objection.personId,
        kind,
        key,
        { department, field: fieldText(objection.resource, objection.field), no: objection.no },
        `/my/data/objections/${objection.no}`,
      )
  })
}

function departmentText(unit: string): Text {
  return catalog().find('department', unit)?.name ?? { zh: unit, en: unit }
}

function fieldText(resource: string, field: string): Text {
  return { zh: fieldName(resource, field, 'zh'), en: fieldName(resource, field, 'en') }
}
