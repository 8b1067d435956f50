import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'

/** A department in the reader's language; the code of one that the catalogue does not know. */
export function departmentOf({ lang }: Pick<Look, 'lang'>, unit: string): string {
  const department = catalog().find('department', unit)
  return department ? say(department.shortName ?? department.name, lang) : unit
}
