import { policyOf } from '#shared/exchange/grant.ts'
import { say, type Lang } from '#shared/text.ts'
import { catalog } from './snapshot.ts'

/** What a department is called; its code when it is none of ours. */
export function departmentName(code: string, lang: Lang): string {
  const department = catalog().find('department', code)
  return department ? say(department.name, lang) : code
}

/** The service item that a grant or a look-up is for, or the policy; undefined when it is offered no more. */
export function itemOrPolicy(code: string) {
  const policy = policyOf(code)
  return policy === undefined ? catalog().find('item', code) : catalog().find('policy', policy)
}
