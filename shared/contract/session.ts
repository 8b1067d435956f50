import * as v from 'valibot'
import { answers, get, post } from './contract.ts'
import { Nothing } from './fields.ts'

/** Who is signed in, for the header of pages that are the same for everybody. */
export type SessionView = { kind: 'stranger' } | { kind: 'person' | 'staff'; name: string; unread: number }

const Back = v.optional(v.pipe(v.string(), v.maxLength(500)), '')

export const session = {
  read: get('/api/session', Nothing, answers<SessionView>()),
  signIn: post(
    '/api/session',
    v.object({
      login: v.pipe(
        v.string('missing'),
        v.trim(),
        v.minLength(1, 'missing'),
        v.maxLength(60, 'too_long_text'),
      ),
      password: v.pipe(v.string('missing'), v.minLength(1, 'missing'), v.maxLength(200, 'too_long_text')),
      back: Back,
    }),
    answers<{ kind: 'person' | 'staff'; to: string }>(),
  ),
  signOut: post('/api/session/end', Nothing, answers<{ done: true }>()),
}
