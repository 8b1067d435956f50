import type { Colour } from './text/shape.ts'

function hex(value: number): Colour {
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** The inks of all papers; the same as the screen's tokens. */
export const INK = hex(0x1d1d1f)
export const INK_2 = hex(0x55534e)
export const INK_3 = hex(0x74716a)
export const LINE = hex(0xddd8cc)
export const LINE_2 = hex(0xb9b3a4)
export const INDIGO = hex(0x1f3a6e)
export const VERMILION = hex(0xb8321f)
export const GUILLOCHE = hex(0xefe9db)
export const WATERMARK = hex(0xe6e2d8)
