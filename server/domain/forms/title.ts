import { personOfAgent } from '#shared/access/actor.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { personOf } from '../identity/index.ts'
import type { LoadedDraft } from './load.ts'

/** What a draft is called: the life event, and whom it is for or who fills it in when these are two people. */
export async function draftTitle(
  { tx, actor, lang }: Look,
  { row, bundle }: Pick<LoadedDraft, 'row' | 'bundle'>,
): Promise<string> {
  const title = say(bundle.lifeEvent.title, lang)
  const { agent, personId } = row
  if (agent === '') return title
  const isOwn = actor.kind === 'person' && actor.id === personId
  if (!isOwn) {
    const name = (await personOf(tx, personId))?.name ?? ''
    return lang === 'zh' ? `${title}（为${name}填写）` : `${title} (for ${name})`
  }
  const agentId = personOfAgent(agent)
  const by = agentId ? await personOf(tx, agentId) : undefined
  if (lang === 'zh') return `${title}（${by?.name ?? '窗口工作人员'}替您填写）`
  return `${title} (filled in for you by ${by?.name ?? 'the service counter'})`
}
