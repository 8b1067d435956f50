import { CASE_ITEM_CODES } from '../cases/states.ts'
import { csvOf } from '../csv.ts'
import { say, type Lang, type Text } from '../text.ts'
import type { Light, SupervisedLine } from './views.ts'

function both(zh: string, en: string): Text {
  return { zh, en }
}

/** States of a case item as the public knows them, by their codes of domain.md §2.6. */
const STATES: Readonly<Record<number, Text>> = {
  12: both('已提交', 'Sent'),
  14: both('请修改', 'To be changed'),
  16: both('预审通过', 'Looked through'),
  20: both('待收件', 'Not received yet'),
  22: both('已收件', 'Received'),
  24: both('待补正', 'To be put right'),
  30: both('已受理', 'Accepted'),
  32: both('已受理（待补材料）', 'Accepted, a material to follow'),
  34: both('审查中', 'Under review'),
  36: both('特别程序', 'Special procedure'),
  38: both('暂停', 'Suspended'),
  50: both('已决定', 'Decided'),
  60: both('待领取', 'To be collected'),
  62: both('已送达', 'Delivered'),
}

const LIGHTS: Readonly<Record<Light, Text>> = {
  '': both('正常', 'In time'),
  yellow: both('黄', 'Yellow'),
  red: both('红', 'Red'),
}

const HEADS: readonly Text[] = [
  both('编号', 'Number'),
  both('事项', 'Matter'),
  both('申请人', 'Applicant'),
  both('部门', 'Department'),
  both('经办人', 'On whose desk'),
  both('状态', 'State'),
  both('到期日', 'Due'),
  both('剩余工作日', 'Working days left'),
  both('黄红灯', 'Light'),
]

/** Who took the file out, for what and when; stands in its last line. */
export interface Trace {
  no: string
  name: string
  purpose: string
  when: string
}

/** What the file is saved as. */
export function exportFileName(day: string, lang: Lang): string {
  return `${say(both('督查清单', 'Supervised work'), lang)} ${day}.csv`
}

/** The supervised work for a spreadsheet; its last line says where it came from. */
export function exportFile(lines: readonly SupervisedLine[], trace: Trace, lang: Lang): string {
  return csvOf([
    HEADS.map((head) => say(head, lang)),
    ...lines.map((line) => [
      line.no,
      line.title,
      line.label,
      line.unit,
      line.holder,
      stateOf(line, lang),
      line.dueDay ?? '',
      line.daysLeft === null ? '' : String(line.daysLeft),
      say(LIGHTS[line.light], lang),
    ]),
    [
      say(both('导出记录', 'Export'), lang),
      trace.no,
      `${say(both('导出人：', 'By: '), lang)}${trace.name}`,
      `${say(both('用途：', 'Purpose: '), lang)}${trace.purpose}`,
      trace.when,
    ],
  ])
}

function stateOf({ kind, state }: SupervisedLine, lang: Lang): string {
  const codes: Readonly<Record<string, number>> = CASE_ITEM_CODES
  const words = kind === 'caseItem' ? STATES[codes[state] ?? 0] : undefined
  return words ? say(words, lang) : state
}
