/** Small facts the product keeps about itself: running numbers, the working calendar. Level 0. */
export { nextNumber } from './numbers.ts'
export {
  calendarOf,
  fillCalendar,
  missingYear,
  publishYear,
  refreshCalendar,
  useOfficeHours,
  workingCalendar,
  workingTime,
} from './calendar.ts'
export { daysOfYear, publishedYears } from './store/calendar.ts'
export { readSetting, writeSetting } from './store.ts'
