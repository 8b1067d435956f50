/** Small facts the product keeps about itself: running numbers, the working calendar. Level 0. */
export { nextNumber } from './numbers.ts'
export { useCalendar, useOfficeHours, workingCalendar, workingTime } from './calendar.ts'
export { readSetting, writeSetting } from './store.ts'
