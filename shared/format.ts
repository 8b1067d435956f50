import { dayOf, timeOf } from './calendar/day.ts'
import type { Lang } from './text.ts'

const LOCALE = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Lang, string>
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const MONTHS_SHORT = MONTHS.map((month) => month.slice(0, 3))

/** 2026年11月9日 / 9 November 2026. */
export function showDay(day: string, lang: Lang): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`
}

/** 11月9日 / 9 Nov. */
export function showShortDay(day: string, lang: Lang): string {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return lang === 'zh' ? `${month}月${date}日` : `${date} ${MONTHS_SHORT[month - 1]}`
}

/** The day and time of a moment (epoch milliseconds) in the city's time. */
export function showMoment(moment: number, lang: Lang): string {
  return `${showDay(dayOf(moment), lang)} ${timeOf(moment)}`
}

/** A moment as short as it can be told: 今天 12:51, 11月9日 12:51. @param now epoch milliseconds */
export function showWhen(moment: number, now: number, lang: Lang): string {
  const day = dayOf(moment)
  const today = lang === 'zh' ? '今天' : 'today'
  return `${day === dayOf(now) ? today : showShortDay(day, lang)} ${timeOf(moment)}`
}

/** Grouped from five digits on, so that a year is not torn apart: 2025, 12,345. */
export function showNumber(value: number, lang: Lang): string {
  return value.toLocaleString(LOCALE[lang], { useGrouping: 'min2', maximumFractionDigits: 6 })
}

/** Money from fen: ¥1,234.50. */
export function showFen(fen: number, lang: Lang): string {
  return `¥${(fen / 100).toLocaleString(LOCALE[lang], { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** A share as a percentage with two decimals; a dash when there is nothing to divide by, domain.md §4.6. */
export function showShare(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(2)}%`
}

/** The same where nobody prescribes the decimals: whole percents go without. Parts are counts. */
export function showPercent(part: number, whole: number): string {
  return (part * 100) % whole === 0 ? `${(part * 100) / whole}%` : showShare(part, whole)
}
