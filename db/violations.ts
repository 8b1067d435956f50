/** Whether an error says that a unique index refused a row, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  for (let each: unknown = error; typeof each === 'object' && each !== null; each = (each as Error).cause) {
    const code = 'code' in each ? String(each.code) : ''
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return true
  }
  return false
}
