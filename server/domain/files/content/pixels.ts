import { BadFile } from './bad-file.ts'

/** A picture as it is kept, and its size as it is shown. */
export interface CleanPicture {
  data: Buffer
  width: number
  height: number
}

/** Millions of pixels: more than the finest telephone makes (108), less than what harms a reader's machine. */
export const MOST_MEGAPIXELS = 120
const LONGEST_SIDE = 32_000

/**
 * Refuses a picture by the size its header claims, before anything unpacks it.
 * @param most millions of pixels
 */
export function checkPixels(width: number, height: number, most = MOST_MEGAPIXELS): void {
  if (width < 1 || height < 1) throw new BadFile('file_broken')
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > most * 1_000_000)
    throw new BadFile('picture_too_large', { width, height, max: most })
}
