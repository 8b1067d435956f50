/**
 * Why a value cannot be taken: a code (words in `locales/<lang>/problems.json`) and what the words need.
 * `field` is the name of the form field, which for answers is the code of the data element.
 */
export interface Problem {
  field: string
  code: string
  params?: Record<string, string | number>
}

/** A problem before it is known which field it belongs to. Of rows: which cells, named below their field. */
export type Fault = Omit<Problem, 'field'> & { within?: Problem[] }

export function fault(code: string, params?: Fault['params']): Fault {
  return params ? { code, params } : { code }
}

/** The problems of a field: its own, or those of its cells (`heirs.2.heir.name`). */
export function problemsOf(field: string, { within, ...own }: Fault): Problem[] {
  return within ? within.map((each) => ({ ...each, field: `${field}.${each.field}` })) : [{ field, ...own }]
}
