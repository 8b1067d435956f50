import type { Lang } from '../text.ts'

/** The words between, before and after the parts of a condition. */
export const CONDITION_WORDS = {
  zh: {
    all: '，并且',
    any: '，或者',
    not: '不是：',
    colon: '：',
    or: (values: readonly string[]) => listed(values, '、', '或'),
    open: '（',
    close: '）',
    atLeast: '不少于 ',
    below: '少于 ',
    atMost: '不超过 ',
    above: '超过 ',
    before: '早于 ',
    notBefore: '不早于 ',
    after: '晚于 ',
    notAfter: '不晚于 ',
    starts: '以此开头：',
    startsNot: '不以此开头：',
    every: '每一项都满足：',
    some: '至少有一项满足：',
    exists: '有记录',
    missing: '没有记录',
    no: (label: string) => `“${label}”选“否”`,
    same: (one: string, other: string) => `${one}和${other}相同`,
    different: (one: string, other: string) => `${one}和${other}不同`,
    noneOf: (values: readonly string[]) => `不是${values.join('、')}`,
    notChosen: (values: readonly string[]) => `没有选${values.join('、')}`,
    ifThen: (when: string, then: string) => `如果${when}，那么${then}`,
  },
  en: {
    all: ' and ',
    any: ' or ',
    not: 'not: ',
    colon: ': ',
    or: (values: readonly string[]) => listed(values, ', ', ' or '),
    open: '(',
    close: ')',
    atLeast: 'at least ',
    below: 'less than ',
    atMost: 'at most ',
    above: 'more than ',
    before: 'before ',
    notBefore: 'not before ',
    after: 'after ',
    notAfter: 'not after ',
    starts: 'begins with ',
    startsNot: 'does not begin with ',
    every: 'for every one, ',
    some: 'for at least one, ',
    exists: 'on record',
    missing: 'not on record',
    no: (label: string) => `${label}: no`,
    same: (one: string, other: string) => `${one} is the same as ${other}`,
    different: (one: string, other: string) => `${one} is not the same as ${other}`,
    noneOf: neither,
    notChosen: neither,
    ifThen: (when: string, then: string) => `if ${when}, then ${then}`,
  },
} as const satisfies Record<Lang, unknown>

function listed(values: readonly string[], comma: string, or: string): string {
  const last = values.at(-1) ?? ''
  return values.length > 1 ? values.slice(0, -1).join(comma) + or + last : last
}

function neither(values: readonly string[]): string {
  const [first = '', second, ...more] = values
  if (second === undefined) return `not ${first}`
  return more.length > 0 ? `none of ${values.join(', ')}` : `neither ${first} nor ${second}`
}
