/** The JSON of a package; what is no JSON is kept as its text, and the check says so. */
export function contentOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** Where a text stops being JSON, as the parser says it. */
export function brokenAt(text: string): string {
  try {
    JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return error.message.replaceAll('\n', ' ')
  }
  return ''
}
