/** Separators that readers put between the fields of a card. */
const SEPARATORS = /[\s,;|，；、\t]+/
/** A resident id as a field of its own. */
const NUMBER = /^\d{17}[\dX]$/
/** A name: Han, with the dot that stands within names of other peoples. */
const NAME = /^\p{Script=Han}[\p{Script=Han}·]{1,24}$/u

/**
 * What a reader of id cards types into a field: name first and the number somewhere after it, whatever else it reads
 * between them. Undefined when one of the two is missing.
 */
export function readCardLine(line: string): { name: string; residentId: string } | undefined {
  const fields = line
    .normalize('NFKC')
    .toUpperCase()
    .split(SEPARATORS)
    .filter((field) => field !== '')
  const residentId = fields.find((field) => NUMBER.test(field))
  const name = fields.find((field) => NAME.test(field))
  return residentId && name ? { name, residentId } : undefined
}
