import type { LookBy, LookGround } from '#shared/exchange/my-view.ts'

/** Look-ups in words: who looked, and on which ground. */
export function useLooks() {
  const t = useText('my-data')
  return {
    t,
    byText(by: LookBy): string {
      if (by.kind === 'post') return t('by_post', { department: by.department, title: by.title })
      if (by.kind === 'outside') return t('by_outside', { name: by.name })
      return t(by.kind === 'other' ? 'by_other' : 'by_machine')
    },
    /** How a department that keeps the register itself speaks of itself. */
    ownWord(department: string): string {
      return t(department.endsWith('局') ? 'own_bureau' : 'own_unit')
    },
    groundText(ground: LookGround): string {
      if (ground.kind === 'law') return t('ground_law', { words: ground.words })
      if (ground.kind === 'consent') return t(ground.own ? 'ground_consent' : 'ground_consent_other')
      return t(`ground_${ground.kind}`)
    },
  }
}
