import { itemOf } from '#shared/catalog/bundle.ts'
import type { TableOf } from '#shared/catalog/documents.ts'
import { showDay } from '#shared/format.ts'
import { holds } from '#shared/rules/judge.ts'
import type { Told } from './document-acts.ts'
import { valuesOfItem, type Values } from './document-values.ts'
import { materialsFor } from './later.ts'
import { caseFacts, type LoadedCase } from './load.ts'

/** The rows of a document's table. */
export function rowsOf(of: TableOf, loaded: LoadedCase, told: Told): Values[] {
  return ROWS[of](loaded, told)
}

const ROWS: Record<TableOf, (loaded: LoadedCase, told: Told) => Values[]> = {
  items: (loaded, { happened }) => happened.map((each) => valuesOfItem(loaded, each)),
  elements: wishes,
  materials: ({ row, bundle }) => receivedMaterials(row.content.files, bundle),
  later: ({ row, bundle }, { happened, at }) => {
    const facts = caseFacts(bundle, row.content, at)
    const concerned = new Set(happened.flatMap(({ item }) => materialsFor(bundle, item, facts)))
    return (row.content.later ?? [])
      .filter(({ material }) => concerned.has(material))
      .map(({ material, dueDay }) => ({
        material: bundle.materials[material]?.name.zh,
        until: showDay(dueDay, 'zh'),
      }))
  },
  promises,
}

/** What was handed in: each material with its files. */
export function receivedMaterials(
  files: LoadedCase['row']['content']['files'],
  { materials, elements }: Pick<LoadedCase['bundle'], 'materials' | 'elements'>,
): Values[] {
  return Object.entries(files).flatMap(([code, given]) => {
    const name = materials[code]?.name ?? elements[code]?.label
    return name && given.length > 0
      ? [{ material: name.zh, files: given.map((file) => file.name).join('、') }]
      : []
  })
}

/** Everything that is to be put right, each once, with the items that need it and what was written about it. */
function wishes(loaded: LoadedCase, { happened }: Told): Values[] {
  const { bundle } = loaded
  const rows = new Map<string, { wish: string; about: Set<string>; wishNote: Set<string> }>()
  for (const { item, event } of happened) {
    const { needs, name } = itemOf(bundle, item.topic)
    const materials = materialsFor(bundle, item, caseFacts(bundle, loaded.row.content, event.at))
    const asked = [
      ...listed(event.data.elements)
        .filter((code) => needs.some(({ element }) => element === code))
        .map((code) => [code, bundle.elements[code]?.label.zh] as const),
      ...listed(event.data.materials)
        .filter((code) => materials.includes(code))
        .map((code) => [code, bundle.materials[code]?.name.zh] as const),
    ]
    for (const [code, wish = code] of asked) {
      const row = rows.get(code) ?? { wish, about: new Set<string>(), wishNote: new Set<string>() }
      row.about.add(name.zh)
      if (event.note) row.wishNote.add(event.note)
      rows.set(code, row)
    }
  }
  return Array.from(rows.values(), ({ wish, about, wishNote }) => ({
    wish,
    about: [...about].join('、'),
    wishNote: [...wishNote].join(' '),
  }))
}

function listed(codes: unknown): string[] {
  return Array.isArray(codes) ? codes.map(String) : []
}

/**
 * What was promised instead of being proved (告知承诺): for an item in its own words, signed by the applicant or by
 * whoever else agreed; otherwise for a material.
 */
function promises(loaded: LoadedCase, { at }: Told): Values[] {
  const { row, bundle, items } = loaded
  const facts = caseFacts(bundle, row.content, at)
  const asked = new Set(items.flatMap((item) => materialsFor(bundle, item, facts)))
  const signed = signatures(loaded).filter(
    ({ material }) => asked.has(material) && holds(bundle.materials[material]?.when, facts),
  )
  const worded = items.flatMap(({ topic }) => {
    const { commitment, materials, name } = itemOf(bundle, topic)
    const mine = signed.filter(({ material }) => materials.includes(material))
    const [first] = mine
    return commitment && first && holds(commitment.when, facts)
      ? [{ covers: mine, row: { promised: name.zh, commitment: commitment.text.zh, signer: first.name } }]
      : []
  })
  const covered = new Set(worded.flatMap(({ covers }) => covers.map(({ material }) => material)))
  const others = signed.flatMap(({ material: code, name: signer }) => {
    const material = bundle.materials[code]
    if (covered.has(code) || !material?.exemptBy.some(({ by }) => by === 'commitment')) return []
    const { name, hint = name } = material
    return [{ promised: name.zh, commitment: hint.zh, signer }]
  })
  return [...worded.map((each) => each.row), ...others]
}

/** Who signed which material: the applicant on the page, others with their agreement. */
function signatures({ row, bundle }: LoadedCase): { material: string; name: string }[] {
  const { signed = [], agreements = [] } = row.content
  const byOthers = agreements.flatMap(({ role, name }) => {
    const participant = bundle.lifeEvent.participants?.find((each) => each.code === role)
    return (participant?.signs ?? []).map((material) => ({ material, name }))
  })
  return [...signed, ...byOthers]
}
