import * as v from 'valibot'
import type { NoticeView } from '../notices/views.ts'
import { answers, get, post } from './contract.ts'
import { Id } from './fields.ts'

export const notices = {
  /** Newest first; `before` is the id of the last one of the page before. */
  list: get(
    '/api/notices',
    v.object({ before: v.optional(Id) }),
    answers<{ rows: NoticeView[]; next: string | null; unread: number }>(),
  ),
  /** Marks one message read, and answers where it leads; without an id, all of them. */
  read: post(
    '/api/notices/read',
    v.object({ id: v.optional(Id) }),
    answers<{ link: string; unread: number }>(),
  ),
}
