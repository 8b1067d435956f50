import { csvOf } from '../csv.ts'
import type { Text } from '../text.ts'
import { say, type Lang } from '../text.ts'
import { LIST_COLUMNS, type ListKind, type ListRow } from './catalog-view.ts'

function both(zh: string, en: string): Text {
  return { zh, en }
}

/** Names of the lists and their columns in the file. */
const NAMES: Record<ListKind, Text> = {
  shared: both('数据共享清单', 'Shared data'),
  open: both('数据开放清单', 'Open data'),
  uses: both('数据应用场景清单', 'Uses of data'),
}

const HEADS: Record<(typeof LIST_COLUMNS)[ListKind][number], Text> = {
  resource: both('数据资源', 'Resource'),
  catalogCode: both('资源代码', 'Code of the resource'),
  provider: both('提供部门', 'Provider'),
  sharing: both('共享类型', 'Sharing'),
  condition: both('条件', 'Condition'),
  fields: both('信息项', 'Fields'),
  updateCycle: both('更新周期', 'Updated'),
  publishedOn: both('发布日期', 'Published on'),
  item: both('事项', 'Service item'),
  unit: both('使用部门', 'Used by'),
  basis: both('依据', 'Legal basis'),
}

/** Values that are codes. */
const WORDS: Readonly<Record<string, Text>> = {
  'sharing unconditional': both('无条件共享', 'Unconditional'),
  'sharing conditional': both('有条件共享', 'Conditional'),
  'sharing none': both('不予共享', 'Not shared'),
  'updateCycle realtime': both('实时', 'Real time'),
  'updateCycle daily': both('每日', 'Daily'),
  'updateCycle weekly': both('每周', 'Weekly'),
  'updateCycle monthly': both('每月', 'Monthly'),
  'updateCycle quarterly': both('每季', 'Quarterly'),
  'updateCycle yearly': both('每年', 'Yearly'),
}

/** What the file of a list is saved as. */
export function listFileName(kind: ListKind, day: string, lang: Lang): string {
  return `${say(NAMES[kind], lang)} ${day}.csv`
}

/** A list for a spreadsheet. */
export function listFile(kind: ListKind, rows: readonly ListRow[], lang: Lang): string {
  const columns = LIST_COLUMNS[kind]
  const lines = [
    columns.map((column) => say(HEADS[column], lang)),
    ...rows.map((row) => columns.map((column) => wordsOf(column, row[column] ?? '', lang))),
  ]
  return csvOf(lines)
}

function wordsOf(column: string, value: string, lang: Lang): string {
  const words = WORDS[`${column} ${value}`]
  return words ? say(words, lang) : value
}
