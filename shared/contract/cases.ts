import * as v from 'valibot'
import type { CaseView, CorrectionView } from '../cases/view.ts'
import type { DeskCaseView, DeskItemView, InboxView, PlacesView } from '../cases/desk-view.ts'
import type { CaseLine } from '../cases/view.ts'
import { answers, get, post } from './contract.ts'
import { Id, Many, No, Nothing, OptionalText, Raw, RequiredText } from './fields.ts'

const OfCase = v.object({ no: No })
const OfItem = v.object({ item: Id })

export const cases = {
  send: post(
    '/api/drafts/:draft/submission',
    v.object({ draft: Id, declared: v.literal('yes', 'declaration_missing') }),
    answers<{ no: string }>(),
  ),
  list: get('/api/my/cases', Nothing, answers<CaseLine[]>()),
  read: get('/api/cases/:no', OfCase, answers<CaseView>()),
  correction: get('/api/cases/:no/correction', OfCase, answers<CorrectionView>()),
  correct: post(
    '/api/cases/:no/correction',
    v.objectWithRest(OfCase.entries, Raw),
    answers<{ no: string }>(),
  ),
  withdraw: post('/api/cases/:no/withdrawal', OfCase, answers<{ no: string }>()),
}

export const deskCases = {
  inbox: get(
    '/api/desk/inbox',
    v.object({
      kind: v.optional(v.picklist(['caseItem', 'ticket', 'rectification', ''], 'bad_reference')),
      after: v.optional(v.pipe(v.string(), v.maxLength(100))),
      due: v.optional(v.picklist(['today', ''], 'bad_reference')),
    }),
    answers<InboxView>(),
  ),
  places: get('/api/desk/places', Nothing, answers<PlacesView>()),
  read: get('/api/desk/cases/:no', OfCase, answers<DeskCaseView>()),
  accept: post('/api/desk/cases/:no/acceptance', OfCase, answers<DeskCaseView>()),
  ask: post(
    '/api/desk/cases/:no/correction',
    v.object({ no: No, elements: Many, note: RequiredText(500, 4) }),
    answers<DeskCaseView>(),
  ),
  item: get('/api/desk/items/:item', OfItem, answers<DeskItemView>()),
  decide: post(
    '/api/desk/items/:item/decision',
    v.object({
      item: Id,
      decision: v.picklist(['grant', 'deny', 'retry'], 'missing'),
      note: OptionalText(1000),
      checked: Many,
    }),
    answers<DeskItemView>(),
  ),
}
