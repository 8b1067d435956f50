import type { InboxLine } from '#shared/cases/desk-view.ts'

/** Lines of the inbox in words: who, what, until when, in which state, and whose it is. */
export function useDeskRows(): (lines: readonly InboxLine[]) => {
  href: string
  title: string
  text: string
  due: string
  tone?: 'warn' | 'wrong'
  note: string
}[] {
  const t = useText('desk')
  const link = useLink()
  const { dueText, tone } = useDue()
  const stateText = useDeskStates()
  return (lines) =>
    lines.map((line) => ({
      href: link(line.href),
      title: `${line.label} · ${line.count > 1 ? t('and_more', { title: line.title, n: line.count }) : line.title}`,
      text: `${t(`kind_${line.kind}`)} ${line.no}`,
      due: dueText(line),
      tone: tone(line),
      note: [stateText(line.kind, line.state), line.holder].filter(Boolean).join(' · '),
    }))
}

/** The name of a state of some kind of work. */
export function useDeskStates(): (kind: string, state: string) => string {
  const t = useText('desk')
  const cases = useText('cases')
  return (kind, state) => (kind === 'caseItem' ? cases(`item_${state}`) : t(`${kind}_${state}`))
}
