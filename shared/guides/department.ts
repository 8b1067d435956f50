import type { Department } from '../catalog/documents.ts'
import type { GuideDepartment } from '../contract/guides.ts'
import type { Lang } from '../text.ts'

export function guideDepartment({ name, shortName, phone }: Department, lang: Lang): GuideDepartment {
  return { name: name[lang], shortName: shortName[lang], phone }
}
