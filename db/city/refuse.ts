/** Where in a file: names of keys and positions in lists. */
export type Path = readonly (string | number)[]

/** One thing that is wrong: the file (or document), the place in it, and what to do. */
export interface Finding {
  file: string
  path: Path
  what: string
}

/** Notes a finding. Checks go on, so that everything that is wrong is told at once. */
export type Refuse = (file: string, path: Path, what: string) => void

/** `[3].needs[2].element`. */
export function showPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}

/** `catalog/items/newborn.json: [3].needs[2].element: unknown element …`. */
export function showFinding({ file, path, what }: Finding): string {
  return path.length > 0 ? `${file}: ${showPath(path)}: ${what}` : `${file}: ${what}`
}

/** Collects findings; of several at one place the first counts, since the others follow from it. */
export function collector(): { findings: Finding[]; refuse: Refuse } {
  const findings: Finding[] = []
  const places = new Set<string>()
  return {
    findings,
    refuse(file, path, what) {
      const place = `${file}:${showPath(path)}`
      if (places.has(place)) return
      places.add(place)
      findings.push({ file, path, what })
    },
  }
}

/**
 * Names a place in a list (of a register: its rows) that was joined from several files by its own file.
 * @param lengths how many entries each file of a joined list has, by the part they belong to; none for other files
 */
export function ownFile(
  { file: part, path, what }: Finding,
  lengths: (part: string) => Iterable<readonly [file: string, count: number]>,
): Finding {
  const above = path[0] === 'rows' ? path.slice(0, 1) : []
  const [first, ...rest] = path.slice(above.length)
  if (typeof first !== 'number') return { file: part, path, what }
  let before = 0
  for (const [file, count] of lengths(part)) {
    if (first < before + count) return { file, path: [...above, first - before, ...rest], what }
    before += count
  }
  return { file: part, path, what }
}
