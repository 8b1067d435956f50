import * as v from 'valibot'
import type { OfficeHours } from '#shared/calendar/office-hours.ts'
import type { CaseTerms } from '#shared/cases/terms.ts'
import { some, time, type Shape } from './values.ts'

export const officeHours: Shape<OfficeHours> = v.strictObject({
  endOfDay: time,
  morningUntil: time,
  noon: time,
})

export const caseTerms: Shape<CaseTerms> = v.strictObject({
  correctionDays: some,
  returnedDays: some,
  awaitedDays: some,
  collect: v.strictObject({ everyDays: some, times: some }),
})
