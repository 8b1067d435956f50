import * as v from 'valibot'
import type { CaseView, CorrectionView, PublicityView } from '../cases/view.ts'
import type { BesideView, DeskCaseView, DeskItemView, InboxView, PlacesView } from '../cases/desk-view.ts'
import type { CaseLine } from '../cases/view.ts'
import { DESK_MOVES } from '../cases/desk-moves.ts'
import { CARRIERS } from '../parcels/carriers.ts'
import { PARCEL_STATES } from '../parcels/parcel.ts'
import { answers, get, post } from './contract.ts'
import { HandingFields } from './handing-fields.ts'
import { InboxFields } from './inbox-fields.ts'
import { Chosen, Day, Id, Many, No, Nothing, OptionalText, Raw } from './fields.ts'

const OfCase = v.object({ no: No })
/** The version of what was looked at. */
const Version = v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'number_format'), v.transform(Number)))
/** Opens a masked fact for a few minutes to whoever asked for it. */
const Pass = v.optional(v.pipe(v.string(), v.maxLength(500)))

export const cases = {
  send: post(
    '/api/drafts/:draft/submission',
    v.object({ draft: Id, declared: Chosen(['yes'], 'declaration_missing') }),
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
  /** A material promised for later (容缺), or asked for anew by a correction. */
  supply: post(
    '/api/cases/:no/materials/:material',
    v.objectWithRest({ no: No, material: No }, v.unknown()),
    answers<{ no: string; correcting: boolean }>(),
  ),
  /** The applicant says that what was posted has come (送达). */
  arrived: post('/api/cases/:no/arrival', v.object({ no: No, item: Id }), answers<{ no: string }>()),
  /** Everything that is not decided, or one item. */
  withdraw: post(
    '/api/cases/:no/withdrawal',
    v.object({ no: No, item: v.optional(Id) }),
    answers<{ no: string }>(),
  ),
}

/** What is shown to the public before it is decided. */
export const publicity = { list: get('/api/publicity', Nothing, answers<PublicityView[]>()) }

export const deskCases = {
  inbox: get(
    '/api/desk/inbox',
    v.object({ ...InboxFields, after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
    answers<InboxView>(),
  ),
  places: get('/api/desk/places', Nothing, answers<PlacesView>()),
  read: get('/api/desk/cases/:no', v.object({ no: No, pass: Pass }), answers<DeskCaseView>()),
  accept: post(
    '/api/desk/cases/:no/acceptance',
    v.object({ no: No, version: Version }),
    answers<DeskCaseView>(),
  ),
  ask: post(
    '/api/desk/cases/:no/correction',
    v.object({ no: No, elements: Many, materials: Many, note: OptionalText(500), version: Version }),
    answers<DeskCaseView>(),
  ),
  /** A look-up within a case in one's hands: resource and place of the plan. */
  lookUp: post(
    '/api/desk/cases/:no/look-ups',
    v.object({
      no: No,
      lookup: v.pipe(v.optional(v.string(), ''), v.regex(/^[\w-]{1,60}\.\d{1,3}$/, 'missing')),
    }),
    answers<DeskCaseView>(),
  ),
  /** The day of a joint visit. */
  inspect: post(
    '/api/desk/cases/:no/inspection',
    v.object({
      no: No,
      day: Day,
      note: OptionalText(500),
      item: v.optional(Id),
    }),
    answers<{ no: string }>(),
  ),
  item: get('/api/desk/items/:item', v.object({ item: Id, pass: Pass }), answers<DeskItemView>()),
  /** An item and another that may be the same request; both looks are audited. */
  beside: get(
    '/api/desk/items/:item/beside/:other',
    v.object({ item: Id, other: Id }),
    answers<BesideView>(),
  ),
  /** To read one masked fact whole; the answer opens it on the page, the look is audited. */
  reveal: post(
    '/api/desk/cases/:no/facts/:element',
    v.object({ no: No, element: No }),
    answers<{ pass: string }>(),
  ),
  revealOfItem: post(
    '/api/desk/items/:item/facts/:element',
    v.object({ item: Id, element: No }),
    answers<{ pass: string }>(),
  ),
  /** What became of a parcel, where nobody asks the carrier. */
  parcel: post(
    '/api/desk/items/:item/parcel',
    v.object({
      item: Id,
      state: v.picklist(PARCEL_STATES, 'missing'),
      text: OptionalText(200),
    }),
    answers<{ item: string }>(),
  ),
  decide: post(
    '/api/desk/items/:item/decision',
    v.object({
      item: Id,
      decision: v.picklist(DESK_MOVES, 'missing'),
      procedure: v.optional(No),
      days: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'number_format'), v.transform(Number))),
      proposal: v.optional(v.picklist(['grant', 'deny'], 'missing')),
      elements: Many,
      materials: Many,
      trackingNo: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40, 'too_long_text'))),
      carrier: v.optional(v.picklist(CARRIERS, 'missing')),
      ...HandingFields,
      version: Version,
      /** The page to come back to: the item's own, unless it was done on that of its case. */
      page: v.optional(v.picklist(['case'], 'missing')),
      note: OptionalText(1000),
      checked: Many,
    }),
    answers<DeskItemView>(),
  ),
}
