import { isFolder } from './files.ts'

/** Where in a file: names of keys and positions in lists. */
export type Path = readonly (string | number)[]

/** Throws an Error that names the file, the place in it, and what to do. */
export type Refuse = (file: string, path: Path, what: string) => never

/** `[3].needs[2].element`. */
export function showPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}

/**
 * Refuses files of one folder. A place in a list that was joined from several files is named by its own file.
 * @param lengths how many entries each file of a joined list has, by the part they belong to
 */
export function refuserOf(
  folder: string,
  lengths: (part: string) => Iterable<readonly [file: string, count: number]>,
): Refuse {
  function own(part: string, path: Path): [string, Path] {
    const [first, ...rest] = path
    if (!isFolder(part) || typeof first !== 'number') return [part, path]
    let before = 0
    for (const [file, count] of lengths(part)) {
      if (first < before + count) return [file, [first - before, ...rest]]
      before += count
    }
    return [part, path]
  }
  return (part, where, what) => {
    const [file, path] = own(part, where)
    const place = path.length > 0 ? `${showPath(path)}: ` : ''
    throw new Error(`${folder}/${file}: ${place}${what}`)
  }
}
