/** A path of our own to go back to; undefined for anything that could lead elsewhere. */
export function safePath(path: string): string | undefined {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined
}
