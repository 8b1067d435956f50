/** May not begin a line (标点避头尾, GB/T 15834-2011 §5.1.3 and W3C clreq §3.1.6). */
export const NOT_AT_START = new Set('，。、；：？！）」』》〉】〕〗”’·…—～％‰℃,.;:?!)]}%°/')

/** May not end a line. */
export const NOT_AT_END = new Set('（「『《〈【〔〖“‘([{￥¥$№')

const BLANK_RIGHT = new Set('，。、；：）」』》〉】〕〗”’')
const BLANK_LEFT = new Set('（「『《〈【〔〖“‘')

/** Whether two full-width marks that meet share their blank half em (标点挤压). */
export function squeezes(left: string, right: string): boolean {
  if (BLANK_RIGHT.has(left)) return BLANK_RIGHT.has(right) || BLANK_LEFT.has(right)
  return BLANK_LEFT.has(left) && BLANK_LEFT.has(right)
}

/** Whether the right half of this mark is blank, so that it may hang over a line's end. */
export function hangs(mark: string): boolean {
  return BLANK_RIGHT.has(mark)
}

/** Whether the text begins with a mark whose left half is blank, which a line's start has no use for. */
export function opens(text: string): boolean {
  return BLANK_LEFT.has(text.charAt(0))
}
