import type { Department } from '#shared/catalog/documents.ts'
import { catalog } from '../catalog/index.ts'

/** The department that runs the hotline: has every ticket before it is dispatched and after it is returned. */
export function hotlineCenter(): string {
  return catalog().hotline.center
}

/** Where tickets may be dispatched: every department but the hotline centre itself. */
export function handlingDepartments(): Department[] {
  return catalog()
    .all('department')
    .filter(({ code }) => code !== hotlineCenter())
}
