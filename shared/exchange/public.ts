import type { DataElement } from '../elements/element.ts'
import { kindNamed } from './numbers.ts'

/**
 * Whether anybody may ask it: nothing of what is wanted is personal, and the question names nobody, or names an
 * organisation and the resource is on the list of open data. The height of a building and the name of a company are
 * public; what a certificate's number leads to and an agent's telephone are not.
 * @param wanted the elements that the answer fills in
 */
export function isPublicQuestion(
  { open }: { open: boolean },
  params: Readonly<Record<string, string>>,
  wanted: readonly (Pick<DataElement, 'sensitivity'> | undefined)[],
): boolean {
  const kinds = Object.keys(params).map(kindNamed)
  const maySay = !kinds.includes('person') && (open || !kinds.includes('organisation'))
  return maySay && wanted.every((element) => element?.sensitivity === 'open')
}
