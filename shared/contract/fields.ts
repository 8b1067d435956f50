import * as v from 'valibot'
import { isRealDay } from '../elements/types/resident-id.ts'

/** Pieces that many contracts share. Messages are codes of `locales/<lang>/problems.json`. */
export const Id = v.pipe(v.string('missing'), v.regex(/^[\w-]{1,64}$/, 'bad_reference'))
export const No = v.pipe(v.string('missing'), v.regex(/^[\w.-]{1,100}$/, 'bad_reference'))
export const Nothing = v.object({})
export const OptionalText = (max: number) =>
  v.optional(v.pipe(v.string('missing'), v.trim(), v.maxLength(max, 'too_long_text')), '')
/** `missing` is the code of the problem when there is nothing. */
export const RequiredText = (max: number, min = 1, missing = 'missing') =>
  v.pipe(
    v.optional(v.string(missing), ''),
    v.trim(),
    v.minLength(1, missing),
    v.minLength(min, 'too_short'),
    v.maxLength(max, 'too_long_text'),
  )
/** A day of the calendar, `YYYY-MM-DD`. */
export const Day = v.pipe(RequiredText(10), v.check(isRealDay, 'date_form'))
/** What a form posts for one field. */
export const Raw = v.union([v.string(), v.array(v.string())])
/** One text or many, always as a list: native check boxes post one value alone as one text. */
export const Many = v.pipe(
  v.optional(Raw, []),
  v.transform((value) => [value].flat().filter((each) => each !== '')),
)
/** One of a closed list; `missing` is the code of the problem when it is none of them, or nothing at all. */
export const Chosen = <const Options extends readonly string[]>(options: Options, missing = 'missing') =>
  v.pipe(v.optional(v.string(missing), ''), v.picklist(options, missing))
/** Satisfaction from 1 to 5, domain.md §4.2. */
export const RatingLevel = v.pipe(Chosen(['1', '2', '3', '4', '5'], 'level_missing'), v.transform(Number))
