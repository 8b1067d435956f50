/** The JSON of a package; what is no JSON is kept as its text, and the check says so. */
export function contentOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
