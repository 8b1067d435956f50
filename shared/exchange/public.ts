import type { DataElement } from '../elements/element.ts'
import { isNaming } from './numbers.ts'

/**
 * Whether anybody may ask it about any organisation: the resource is on the list of open data, the question names no
 * person, and nothing of what is wanted is personal. The name of a company is published; its agent's telephone is not.
 * @param wanted the elements that the answer fills in
 */
export function isPublicQuestion(
  { open }: { open: boolean },
  params: Readonly<Record<string, string>>,
  wanted: readonly (Pick<DataElement, 'sensitivity'> | undefined)[],
): boolean {
  const namesPerson = Object.keys(params).some((name) => isNaming(name) && !/creditCode$/iu.test(name))
  return open && !namesPerson && wanted.every((element) => element?.sensitivity === 'open')
}
