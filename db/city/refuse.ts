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

/** Refuses files of one folder. */
export function refuserOf(folder: string): Refuse {
  return (file, path, what) => {
    const place = path.length > 0 ? `${showPath(path)}: ` : ''
    throw new Error(`${folder}/${file}: ${place}${what}`)
  }
}
