import type { Text } from '../text.ts'

/** A rule as it is cited whole: the law, and the clause with its words where they are given. */
export function citationOf({ law, clause }: { law: Text; clause?: Text }): Text {
  return {
    zh: [law.zh, clause?.zh].filter(Boolean).join(' '),
    en: [law.en, clause?.en].filter(Boolean).join(', '),
  }
}

/** Why registers are asked about an enterprise for which its own agent looks for policies. */
export const ENTRUSTED: Text = {
  zh: '企业委托办理：匹配惠企政策',
  en: 'Entrusted by the enterprise: finding the policies that fit it',
}
