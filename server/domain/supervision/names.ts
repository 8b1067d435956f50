import { say, type Lang } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'

/** A department as it is called in lists. */
export function unitName(code: string, lang: Lang): string {
  const department = catalog().find('department', code)
  return department ? say(department.shortName, lang) : code
}
