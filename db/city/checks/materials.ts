import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Every material is asked for by an item, an effect or a participant's signature. */
export function checkMaterials(city: City, refuse: Refuse): void {
  const asked = new Set([
    ...city.items.flatMap((item) => item.materials),
    ...city.lifeEvents.flatMap(({ situations, participants = [] }) => [
      ...situations
        .flatMap(({ effects = [] }) => effects)
        .flatMap((effect) => (effect.effect === 'addMaterial' ? [effect.material] : [])),
      ...participants.flatMap(({ signs = [] }) => signs),
    ]),
  ])
  city.materials.forEach(({ code }, index) => {
    if (!asked.has(code))
      refuse(FILES.materials, [index, 'code'], `nobody needs “${code}”; add it to an item or remove it`)
  })
}
