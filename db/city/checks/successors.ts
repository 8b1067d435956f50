import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/**
 * Whoever takes over from a dissolved department is a department, and at the end of the line one that was not
 * dissolved itself. Rules of assignment name departments.
 */
export function checkSuccessors(city: City, refuse: Refuse): void {
  const byCode = new Map(city.departments.map((department) => [department.code, department]))
  city.departments.forEach(({ code, successor }, index) => {
    if (successor === undefined) return
    const path = [index, 'successor']
    if (!byCode.has(successor)) {
      refuse(FILES.departments, path, `unknown department “${successor}”; add it or correct the code`)
      return
    }
    const seen = new Set([code])
    for (let next: string | undefined = successor; next !== undefined; next = byCode.get(next)?.successor) {
      if (seen.has(next)) {
        refuse(FILES.departments, path, 'the successors go in a circle; let the last one have none')
        return
      }
      seen.add(next)
    }
  })
  city.assignment?.units.forEach(({ unit }, index) => {
    if (!byCode.has(unit))
      refuse(FILES.assignment, ['units', index, 'unit'], `unknown department “${unit}”; add it or correct it`)
  })
}
