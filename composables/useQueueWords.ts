import { weekdayOf } from '#shared/calendar/day.ts'
import { showShortDay } from '#shared/format.ts'

/** Days, times and waits in words, as all pages of the halls say them. */
export function useQueueWords() {
  const t = useText('queue')
  const lang = useLang()
  function dayText(day: string): string {
    return t('day_with_weekday', { day: showShortDay(day, lang), weekday: t(`weekday_${weekdayOf(day)}`) })
  }
  return {
    /** 11月24日（周二） */
    dayText,
    /** 11月24日（周二）09:30 */
    timeText: (day: string, time: string) => t('day_and_time', { day: dayText(day), time }),
    /** How long people waited lately, from whole minutes; null when nobody was called. */
    waitText(minutes: number | null): string {
      if (minutes === null) return t('wait_unknown')
      return minutes < 1 ? t('wait_none') : many(t, 'wait_minutes', minutes)
    },
    /** 12345678 in two halves, as it is read out; never broken between lines. */
    numberText: (no: string) => no.replace(/\d{4}(?=\d)/g, '$&\u00a0'),
  }
}
