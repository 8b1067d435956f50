import * as v from 'valibot'
import { DOCUMENT_KINDS } from '../catalog/package.ts'
import type { DivisionView, DocumentList, DocumentView, PackageLine, PackageView } from '../catalog/views.ts'
import type { GuidanceView } from '../guidance/view.ts'
import { answers, get, post } from './contract.ts'
import { Day, Id, No, OptionalText, RequiredText } from './fields.ts'

const Kind = v.picklist(DOCUMENT_KINDS, 'bad_reference')
const Offered = v.picklist(['item', 'lifeEvent'], 'bad_reference')
const Package = v.object({ package: Id })
const Done = answers<{ package: string }>()
const OptionalDay = v.optional(v.union([Day, v.literal('')], 'date_form'), '')

/** A package as text, or as a file in place of it. */
const Upload = v.objectWithRest(
  {
    package: v.optional(v.union([Id, v.literal('')]), ''),
    title: RequiredText(100),
    json: OptionalText(8_000_000),
  },
  v.unknown(),
)

/** Answers to the questions of a life event, as guidance takes them. */
const Trying = v.objectWithRest(
  {
    event: Id,
    package: v.optional(v.union([Id, v.literal('')]), ''),
    at: v.optional(v.pipe(v.string(), v.regex(/^s\d{1,3}$/, 'bad_reference'))),
    from: v.optional(v.pipe(v.string(), v.regex(/^s\d{1,3}$/, 'bad_reference'))),
  },
  v.union([
    v.pipe(v.string(), v.maxLength(2000, 'too_long_text')),
    v.array(v.pipe(v.string(), v.maxLength(200, 'too_long_text'))),
  ]),
)

export const catalog = {
  documents: get(
    '/api/catalog/documents',
    v.object({
      kind: v.optional(v.union([Kind, v.literal('')]), ''),
      state: v.optional(v.picklist(['', 'closed', 'removed'], 'bad_reference'), ''),
      q: OptionalText(100),
      after: v.optional(v.union([No, v.literal('')]), ''),
    }),
    answers<DocumentList>(),
  ),
  document: get(
    '/api/catalog/documents/:kind/:code',
    v.object({
      kind: Kind,
      code: No,
      version: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/, 'bad_reference')), ''),
    }),
    answers<DocumentView>(),
  ),
  offer: post(
    '/api/catalog/documents/:kind/:code/offer',
    v.object({
      kind: Offered,
      code: No,
      paused: v.optional(v.string(), ''),
      lastDay: OptionalDay,
      noticeZh: OptionalText(300),
      noticeEn: OptionalText(300),
    }),
    answers<{ kind: string; code: string }>(),
  ),
  packages: get(
    '/api/catalog/packages',
    v.object({ before: v.optional(v.union([Id, v.literal('')]), '') }),
    answers<{ lines: PackageLine[]; next: string | null }>(),
  ),
  package: get('/api/catalog/packages/:package', Package, answers<PackageView>()),
  upload: post('/api/catalog/packages', Upload, Done),
  submit: post('/api/catalog/packages/:package/submission', Package, Done),
  publish: post(
    '/api/catalog/packages/:package/publication',
    v.object({ package: Id, startsOn: OptionalDay }),
    Done,
  ),
  sendBack: post(
    '/api/catalog/packages/:package/return',
    v.object({ package: Id, reason: RequiredText(500) }),
    Done,
  ),
  preview: get('/api/catalog/preview/:event', Trying, answers<GuidanceView>()),
  division: get(
    '/api/catalog/divisions/:code',
    v.object({
      code: Id,
      department: v.optional(v.union([Id, v.literal('')]), ''),
      after: v.optional(v.union([No, v.literal('')]), ''),
    }),
    answers<DivisionView>(),
  ),
}
