/** Whether an error says that a unique index refused a row, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, /^(?:23505|SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY))$/)
}

/** Whether an error says that a value or a row cannot be stored, on either engine: the others of its batch can. */
export function isDataError(error: unknown): boolean {
  return hasCode(error, /^(?:2[23][0-9A-Z]{3}|SQLITE_(?:CONSTRAINT.*|MISMATCH|TOOBIG))$/)
}

function hasCode(error: unknown, codes: RegExp): boolean {
  for (let each: unknown = error; typeof each === 'object' && each !== null; each = (each as Error).cause) {
    if ('code' in each && codes.test(String(each.code))) return true
  }
  return false
}
