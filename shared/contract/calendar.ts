import * as v from 'valibot'
import type { CalendarPage, CalendarYearPage } from '../calendar/page.ts'
import { answers, get, post } from './contract.ts'
import { Nothing, OptionalText } from './fields.ts'

const Year = v.object({
  year: v.pipe(v.string('missing'), v.regex(/^[12]\d{3}$/, 'bad_reference'), v.transform(Number)),
})

/** The city's working calendars at the desk. */
export const calendar = {
  page: get('/api/desk/calendar', Nothing, answers<CalendarPage>()),
  /** A year's list as text, or as a file in place of it. */
  upload: post(
    '/api/desk/calendar',
    v.objectWithRest({ json: OptionalText(200_000) }, v.unknown()),
    answers<{ year: number }>(),
  ),
  year: get('/api/desk/calendar/:year', Year, answers<CalendarYearPage>()),
  publish: post('/api/desk/calendar/:year/publication', Year, answers<{ year: number }>()),
}
