import type { Effect, LifeEvent, ServiceItem } from '#shared/catalog/documents.ts'
import type { Path } from '../refuse.ts'

type RefuseHere = (path: Path, what: string) => void

/** What a life event says about its own parts names parts that it has. `items` are the documents it bundles. */
export function checkParts(event: LifeEvent, items: readonly ServiceItem[], refuse: RefuseHere): void {
  const byCode = new Map(items.map((item) => [item.code, item]))
  function mustHave(path: Path, code: string): void {
    if (!byCode.has(code)) refuse(path, `“${code}” is no item of this life event; add it or correct it here`)
  }
  event.situations.forEach(({ effects = [] }, s) =>
    effects.forEach((effect, e) => {
      const path = ['situations', s, 'effects', e]
      for (const [step, code] of itemsOf(effect)) mustHave([...path, ...step], code)
      if (effect.effect === 'specialProcedure') checkProcedure(effect, byCode.get(effect.item), path, refuse)
    }),
  )
  event.stages?.forEach((stage, s) =>
    stage.items.forEach((code, i) => mustHave(['stages', s, 'items', i], code)),
  )
  event.jointInspection?.items.forEach((code, i) => mustHave(['jointInspection', 'items', i], code))
  checkWindows(event, refuse)
  checkParticipants(event, items, refuse)
}

function itemsOf(effect: Effect): [Path, string][] {
  if ('items' in effect) return effect.items.map((code, i) => [['items', i], code])
  if (effect.effect === 'switchItem')
    return [
      [['from'], effect.from],
      [['to'], effect.to],
    ]
  return 'item' in effect ? [[['item'], effect.item]] : []
}

function checkProcedure(
  { procedure }: { procedure: string },
  item: ServiceItem | undefined,
  path: Path,
  refuse: RefuseHere,
): void {
  if (item && !item.specialProcedures?.some(({ code }) => code === procedure))
    refuse([...path, 'procedure'], `${item.code} has no procedure “${procedure}”; add it there or correct it`)
}

function checkWindows({ windows = [], applyWindow, items }: LifeEvent, refuse: RefuseHere): void {
  const codes = windows.map(({ code }) => code)
  const unknown = (code: string) => `unknown window “${code}”; use one of ${codes.join(', ')}`
  windows.forEach(({ from, to }, w) => {
    if (to < from) refuse(['windows', w, 'to'], `${to} lies before ${from}; correct one of them`)
  })
  if (applyWindow !== undefined && !codes.includes(applyWindow)) refuse(['applyWindow'], unknown(applyWindow))
  items.forEach(({ window }, i) => {
    if (window !== undefined && !codes.includes(window)) refuse(['items', i, 'window'], unknown(window))
  })
}

function checkParticipants(
  { participants = [], situations }: LifeEvent,
  items: readonly ServiceItem[],
  refuse: RefuseHere,
): void {
  const materials = new Set([
    ...items.flatMap((item) => item.materials),
    ...situations
      .flatMap(({ effects = [] }) => effects)
      .flatMap((effect) => (effect.effect === 'addMaterial' ? [effect.material] : [])),
  ])
  participants.forEach(({ code, signs = [] }, p) => {
    if (participants.findIndex((each) => each.code === code) !== p)
      refuse(['participants', p, 'code'], `“${code}” stands twice; change or remove one`)
    signs.forEach((material, s) => {
      if (!materials.has(material))
        refuse(['participants', p, 'signs', s], `no item here asks for “${material}”; add it or correct it`)
    })
  })
}
