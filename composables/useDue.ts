import { showShortDay } from '#shared/format.ts'

/** Due days in words, the same for citizens and for the desk. */
export function useDue() {
  const t = useText('cases')
  const lang = useLang()
  return {
    /** 11月25日（还有 2 个工作日）, with a mark when holidays of that year are not published yet. */
    dueText({
      dueDay,
      daysLeft,
      provisional,
    }: {
      dueDay: string | null
      daysLeft: number | null
      provisional: boolean
    }): string {
      if (!dueDay || daysLeft === null) return ''
      const day = showShortDay(dueDay, lang)
      const left =
        daysLeft < 0
          ? t('overdue', { n: -daysLeft })
          : daysLeft === 0
            ? t('due_today')
            : t('days_left', { n: daysLeft })
      return t('due_with', { day, left }) + (provisional ? t('provisional') : '')
    },
    /** How urgent it is. */
    tone({ daysLeft }: { daysLeft: number | null }): 'warn' | 'wrong' | undefined {
      if (daysLeft === null) return undefined
      return daysLeft < 0 ? 'wrong' : daysLeft === 0 ? 'warn' : undefined
    },
  }
}
