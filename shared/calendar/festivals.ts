import type { Text } from '../text.ts'
import { addDays } from './day.ts'

/** A statutory holiday of a year: each of its days is free (全国年节及纪念日放假办法). */
export interface Festival {
  name: Text
  days: string[]
}

/** Day and month of the Chinese calendar, as `1/1`; leap months are written otherwise. */
const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** The statutory holidays of a year, those of the sun and those of the moon. */
export function festivalsOf(year: number): Festival[] {
  const newYear = lunar(year, '1/1')
  return [
    { name: { zh: '元旦', en: 'New Year’s Day' }, days: [`${year}-01-01`] },
    { name: { zh: '春节', en: 'Spring Festival' }, days: [0, 1, 2].map((n) => addDays(newYear, n)) },
    { name: { zh: '清明节', en: 'Qingming Festival' }, days: [qingming(year)] },
    { name: { zh: '劳动节', en: 'Labour Day' }, days: [`${year}-05-01`] },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, days: [lunar(year, '5/5')] },
    { name: { zh: '中秋节', en: 'Mid-Autumn Festival' }, days: [lunar(year, '8/15')] },
    {
      name: { zh: '国庆节', en: 'National Day' },
      days: [`${year}-10-01`, `${year}-10-02`, `${year}-10-03`],
    },
  ]
}

/** The first day of a year that has this place in the Chinese calendar. */
function lunar(year: number, place: string): string {
  let day = `${year}-01-15`
  while (LUNAR.format(new Date(`${day}T00:00:00Z`)) !== place) day = addDays(day, 1)
  return day
}

/** Clear and Bright, 15° of the sun's path: the formula of the almanac holds for this century. */
function qingming(year: number): string {
  const y = year % 100
  const date = Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)
  return `${year}-04-0${date}`
}
