import type { DraftContent, PackedKnowns } from '#shared/forms/draft.ts'

/** Some forty values come from a handful of answers: their sources would be most of what is stored. */
export function packKnowns(knowns: DraftContent['knowns']): PackedKnowns {
  const places = new Map<string, number>()
  const sources: PackedKnowns['sources'] = []
  const values = Object.entries(knowns).map(
    ([code, { value, source, locked }]): PackedKnowns['values'][number] => {
      const key = JSON.stringify(source)
      let place = places.get(key)
      if (place === undefined) places.set(key, (place = sources.push(source) - 1))
      return [code, value, place, locked]
    },
  )
  return { sources, values }
}

export function unpackKnowns({ sources, values }: PackedKnowns): DraftContent['knowns'] {
  return Object.fromEntries(
    values.map(([code, value, place, locked]) => {
      const source = sources[place]
      if (!source) throw new Error(`the source of ${code} is not stored with it`)
      return [code, { value, source, locked }]
    }),
  )
}
