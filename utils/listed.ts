import type { Lang } from '#shared/text.ts'

/** Several things in one line: 甲、乙、丙 / a, b, c. */
export function listed(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === 'zh' ? '、' : ', ')
}
