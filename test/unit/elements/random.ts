import type { RawRow, RawValue } from '#shared/elements/value-type.ts'

/** Pieces that have broken forms before: signs of every plane, marks of direction, halves of characters, days that never were. */
const PIECES = [
  ...'0 1 9 X x H M a 京 · • . , - / % ¥ @ ( ） ： 年 月 日 『 甲 清河区溪桥社区 使 - _ + # \' " < > & \\ * ? ['.split(
    ' ',
  ),
  ...'2026-02-30 2026-02-29 99999 1e9 -0 0x1f NaN Infinity null __proto__ constructor'.split(' '),
  ...'\u200f|\u202e|\u2066|\u0000|\u0007|\ud83d\ude00|\ud800|\udc00|𠮷|\ue123|é|ß|İ'.split('|'),
  ...' |\u3000|\n|\t|\ufeff|０|Ａ|，|。|91350100M000100Y43|13812341234'.split('|'),
]

/** Numbers between 0 and 1 that are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function randomText(random: () => number): string {
  const length = random() < 0.02 ? 1000 : Math.floor(random() * 7)
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join('')
}

/** Something a form could post for a field, seldom sensible. @param codes of the field's columns */
export function randomRaw(random: () => number, codes: readonly string[]): RawValue {
  const kind = random()
  if (kind < 0.5) return randomText(random)
  if (kind < 0.8) return Array.from({ length: Math.floor(random() * 4) }, () => randomText(random))
  return Array.from({ length: Math.floor(random() * 4) }, (): RawRow => ({
    ...Object.fromEntries(
      codes.map((code) => [code, random() < 0.8 ? randomText(random) : [randomText(random)]]),
    ),
    [randomText(random)]: randomText(random),
  }))
}
