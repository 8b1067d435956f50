import * as v from 'valibot'
import { SHARING_TYPES } from '../catalog/resource.ts'
import {
  LIST_KINDS,
  type GrantView,
  type ItemDataView,
  type ListView,
  type ResourceList,
  type ResourceView,
} from '../exchange/catalog-view.ts'
import { SUBSCRIPTION_LIMITS as MOST } from '../exchange/subscription-rules.ts'
import type { SubscriptionForm, SubscriptionLine, SubscriptionView } from '../exchange/subscription-view.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, Day, Many, No, OptionalText, RequiredText } from './fields.ts'

const Part = v.optional(v.union([No, v.literal('')]), '')
const OfSubscription = v.object({ no: No })
const Calls = v.pipe(
  RequiredText(9),
  v.regex(/^\d{1,9}$/, 'integer_form'),
  v.transform(Number),
  v.minValue(1, 'number_small_calls'),
  v.maxValue(MOST.calls, 'number_big_calls'),
)
const SomeOf = (missing: string) => v.pipe(Many, v.minLength(1, missing), v.maxLength(200, 'not_an_option'))

const Application = v.object({
  resource: No,
  items: SomeOf('items_missing'),
  fields: SomeOf('fields_missing'),
  basis: RequiredText(MOST.basis, 4, 'basis_missing'),
  scenario: RequiredText(MOST.scenario, 4, 'scenario_missing'),
  purpose: RequiredText(MOST.purpose, 4, 'purpose_missing'),
  frequency: Calls,
  validTo: Day,
})
export type ApplicationInput = v.InferOutput<typeof Application>

const Decision = <const Options extends readonly string[]>(options: Options) =>
  v.object({
    no: No,
    decision: Chosen(options, 'decision_missing'),
    /** Of the fields asked for, those that are approved. */
    fields: Many,
    note: OptionalText(MOST.note),
  })
const Review = Decision(['approve', 'forward', 'reject'])
const Answer = Decision(['agree', 'decline'])
export type ReviewInput = v.InferOutput<typeof Review>
export type AnswerInput = v.InferOutput<typeof Answer>

const GrantChange = v.object({
  grant: No,
  decision: Chosen(['suspend', 'resume', 'end'], 'decision_missing'),
  note: RequiredText(MOST.note, 4, 'reason_missing'),
})
export type GrantChangeInput = v.InferOutput<typeof GrantChange>

/** The catalogue of resources as departments see it, the three lists, subscriptions and grants. */
export const exchangeCatalog = {
  resources: get(
    '/api/exchange/resources',
    v.object({
      q: OptionalText(100),
      provider: Part,
      sharing: v.fallback(v.optional(v.picklist([...SHARING_TYPES, '']), ''), ''),
      after: v.optional(v.string(), ''),
    }),
    answers<ResourceList>(),
  ),
  resource: get('/api/exchange/resources/:code', v.object({ code: No }), answers<ResourceView>()),
  list: get(
    '/api/exchange/lists/:kind',
    v.object({ kind: v.picklist(LIST_KINDS, 'not_an_option'), unit: Part }),
    answers<ListView>(),
  ),
  item: get('/api/exchange/items/:item/materials', v.object({ item: No }), answers<ItemDataView>()),
  grant: get('/api/exchange/grants/:grant', v.object({ grant: No }), answers<GrantView>()),
  changeGrant: post('/api/exchange/grants/:grant/state', GrantChange, answers<GrantView>()),
  subscriptions: get(
    '/api/exchange/subscriptions',
    v.object({ before: Part }),
    answers<{ rows: SubscriptionLine[]; next: string | null }>(),
  ),
  form: get('/api/exchange/subscriptions/form', v.object({ resource: No }), answers<SubscriptionForm>()),
  subscribe: post('/api/exchange/subscriptions', Application, answers<{ no: string }>()),
  subscription: get('/api/exchange/subscriptions/:no', OfSubscription, answers<SubscriptionView>()),
  review: post('/api/exchange/subscriptions/:no/review', Review, answers<{ no: string }>()),
  answer: post('/api/exchange/subscriptions/:no/answer', Answer, answers<{ no: string }>()),
  withdraw: post('/api/exchange/subscriptions/:no/withdrawal', OfSubscription, answers<{ no: string }>()),
}
