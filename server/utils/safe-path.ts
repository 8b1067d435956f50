/** A path of our own to go back to; undefined for anything that could lead elsewhere. */
export function safePath(path: string): string | undefined {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined
}

/** The page of ours that a form of the desk came from, with what it is told; the inbox for anything else. */
export function backTo(page: string, told: Record<string, string> = {}): string {
  const path = safePath(page) ?? '/desk'
  const [plain = '/desk', query = ''] = (path.split('#')[0] ?? path).split('?')
  const search = new URLSearchParams(query)
  search.delete('code')
  for (const [name, value] of Object.entries(told)) search.set(name, value)
  return search.size === 0 ? plain : `${plain}?${search}`
}
