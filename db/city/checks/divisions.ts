import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

const LENGTH = { city: 6, district: 6, street: 9, community: 12, grid: 15 } as const
const ABOVE = {
  city: null,
  district: 'city',
  street: 'district',
  community: 'street',
  grid: 'community',
} as const

/** Divisions form a tree by level; from streets downwards a code begins with its parent's, domain.md §7.6. */
export function checkDivisions(city: City, refuse: Refuse): void {
  const byCode = new Map(city.divisions.map((division) => [division.code, division]))
  city.divisions.forEach((division, index) => {
    const { code, level, parent } = division
    if (code.length !== LENGTH[level])
      refuse(FILES.divisions, [index, 'code'], `a ${level} has ${LENGTH[level]} digits; correct the code`)
    if (!code.startsWith('3499'))
      refuse(FILES.divisions, [index, 'code'], 'is outside the fictional division 3499; use a code within it')
    const above = parent === null ? null : byCode.get(parent)
    if ((above?.level ?? null) !== ABOVE[level])
      refuse(
        FILES.divisions,
        [index, 'parent'],
        `a ${level} belongs to ${ABOVE[level] ?? 'nothing'}; correct the parent`,
      )
    const prefixed = level !== 'city' && level !== 'district'
    if (prefixed && parent !== null && !code.startsWith(parent))
      refuse(FILES.divisions, [index, 'parent'], `${code} does not begin with ${parent}; correct one of them`)
  })
}
