import { sealBytes } from '#db'
import { newId } from '#shared/id.ts'
import { SECRET_PARAMS, type NoticeKind } from '#shared/notices/kinds.ts'
import type { Text } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { planDeliveries } from './plan.ts'
import { insertNotice } from './store.ts'

/** What the words of a notice name: numbers, and names of the catalogue in every language. No personal data. */
export type NoticeParams = Record<string, string | Text>

/**
 * Puts a message into a person's inbox, and on its way by the channels that they want. The same key for the same person twice is one message, so jobs may repeat it.
 * @param link the page it leads to, without its language
 */
export async function tell(
  act: Pick<Act, 'tx' | 'at'>,
  personId: string,
  kind: NoticeKind,
  key: string,
  params: NoticeParams,
  link: string,
): Promise<void> {
  const notice = {
    id: newId(act.at),
    personId,
    kind,
    key,
    params: withSealed(kind, params),
    link,
    at: act.at,
    readAt: 0,
  }
  if (await insertNotice(act.tx, notice)) await planDeliveries(act, { ...notice, kind })
}

/** What only the person may read is kept sealed. */
function withSealed(kind: NoticeKind, params: NoticeParams): NoticeParams {
  const name = SECRET_PARAMS[kind]
  const value = name && params[name]
  if (!name || typeof value !== 'string') return params
  return { ...params, [name]: sealBytes(value).toString('base64') }
}
