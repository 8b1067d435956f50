import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'
import { eventReferences, planReferences } from './event-references.ts'

export type Kind =
  | 'department'
  | 'element'
  | 'resource'
  | 'material'
  | 'item'
  | 'certificate'
  | 'role'
  | 'lifeEvent'
  | 'hall'
  | 'codeList'
  | 'division'

export interface Reference {
  file: string
  path: Path
  kind: Kind
  code: string
}

const HOME: Record<Kind, string> = {
  department: 'departments.json',
  element: 'elements/',
  resource: 'resources/',
  material: 'materials/',
  item: 'items/',
  certificate: 'certificates/',
  role: 'roles.json',
  lifeEvent: 'life-events/',
  hall: 'halls.json',
  codeList: 'code-lists/',
  division: 'divisions.json',
}

/** Every code that a document mentions is defined. */
export function checkReferences(city: City, refuse: Refuse): void {
  const known: Record<Kind, Set<string>> = {
    department: codes(city.departments),
    element: codes(city.elements),
    resource: codes(city.resources),
    material: codes(city.materials),
    item: codes(city.items),
    certificate: codes(city.certificateTypes),
    role: codes(city.roles),
    lifeEvent: codes(city.lifeEvents),
    hall: codes(city.halls),
    codeList: codes(city.codeLists),
    division: codes(city.divisions),
  }
  for (const { file, path, kind, code } of references(city)) {
    if (!known[kind].has(code))
      refuse(file, path, `unknown ${kind} “${code}”; add it to ${HOME[kind]} or correct it`)
  }
}

function codes(list: { code: string }[]): Set<string> {
  return new Set(list.map((each) => each.code))
}

function* references(city: City): Generator<Reference> {
  yield* itemReferences(city)
  yield* certificateReferences(city)
  yield* resourceReferences(city)
  yield* departmentReferences(city)
  for (const [index, material] of city.materials.entries())
    for (const [e, exemption] of material.exemptBy.entries())
      if (exemption.by !== 'signature' && exemption.by !== 'commitment')
        yield {
          file: FILES.materials,
          path: [index, 'exemptBy', e, 'ref'],
          kind: exemption.by,
          code: exemption.ref,
        }
  for (const [index, person] of city.staff.entries())
    for (const [r, role] of person.roles.entries())
      yield { file: FILES.staff, path: [index, 'roles', r], kind: 'role', code: role }
  yield* eventReferences(city)
  for (const [index, plan] of city.enterpriseProfile.entries())
    for (const [path, kind, code] of planReferences(plan))
      yield { file: FILES.enterpriseProfile, path: [index, ...path], kind, code }
}

function* itemReferences(city: City): Generator<Reference> {
  const file = FILES.items
  for (const [index, item] of city.items.entries()) {
    yield { file, path: [index, 'department'], kind: 'department', code: item.department }
    if (item.division !== undefined)
      yield { file, path: [index, 'division'], kind: 'division', code: item.division }
    for (const [n, need] of item.needs.entries())
      yield { file, path: [index, 'needs', n, 'element'], kind: 'element', code: need.element }
    for (const [h, hall] of item.service.halls.entries())
      yield { file, path: [index, 'service', 'halls', h], kind: 'hall', code: hall }
    for (const [m, material] of item.materials.entries())
      yield { file, path: [index, 'materials', m], kind: 'material', code: material }
    if (item.result.certificate)
      yield {
        file,
        path: [index, 'result', 'certificate'],
        kind: 'certificate',
        code: item.result.certificate,
      }
    for (const [d, code] of (item.decisive ?? []).entries())
      yield { file, path: [index, 'decisive', d], kind: 'element', code }
    for (const [o, output] of (item.outputs ?? []).entries()) {
      yield { file, path: [index, 'outputs', o, 'element'], kind: 'element', code: output.element }
      yield { file, path: [index, 'outputs', o, 'resource'], kind: 'resource', code: output.resource }
    }
  }
}

function* certificateReferences(city: City): Generator<Reference> {
  const file = FILES.certificateTypes
  for (const [index, type] of city.certificateTypes.entries()) {
    yield { file, path: [index, 'issuer'], kind: 'department', code: type.issuer }
    for (const [key, code] of Object.entries(type.holder))
      yield { file, path: [index, 'holder', key], kind: 'element', code }
    for (const [e, code] of type.publicElements.entries())
      yield { file, path: [index, 'publicElements', e], kind: 'element', code }
    for (const [b, block] of type.layout.entries())
      for (const [p, pair] of (block.block === 'pairs' ? block.pairs : []).entries())
        yield { file, path: [index, 'layout', b, 'pairs', p, 'element'], kind: 'element', code: pair.element }
  }
}

function* resourceReferences(city: City): Generator<Reference> {
  const file = FILES.resources
  for (const [index, { provider, items }] of city.resources.entries()) {
    yield { file, path: [index, 'provider'], kind: 'department', code: provider }
    for (const [i, { element }] of items.entries())
      if (element !== undefined)
        yield { file, path: [index, 'items', i, 'element'], kind: 'element', code: element }
  }
}

function* departmentReferences(city: City): Generator<Reference> {
  const kind = 'department'
  for (const [index, { division }] of city.halls.entries())
    yield { file: FILES.halls, path: [index, 'division'], kind: 'division', code: division }
  for (const [index, { department }] of city.policies.entries())
    yield { file: FILES.policies, path: [index, 'department'], kind, code: department }
  yield { file: FILES.hotline, path: ['center'], kind, code: city.hotline.center }
  for (const [index, { department }] of city.hotline.categories.entries())
    yield { file: FILES.hotline, path: ['categories', index, 'department'], kind, code: department }
  for (const [index, { unit }] of city.staff.entries())
    yield { file: FILES.staff, path: [index, 'unit'], kind, code: unit }
}
