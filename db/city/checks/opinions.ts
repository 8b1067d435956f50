import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Templates of opinions name items that exist. */
export function checkOpinions(city: City, refuse: Refuse): void {
  const known = new Set(city.items.map(({ code }) => code))
  city.opinions.forEach(({ items = [] }, index) =>
    items.forEach((item, i) => {
      if (!known.has(item))
        refuse(FILES.opinions, [index, 'items', i], `no item has the code “${item}”; correct it`)
    }),
  )
}
