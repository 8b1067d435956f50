/** The id of a field's control, for labels and for the links of an error summary. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`
}
