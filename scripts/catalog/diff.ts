import { read } from '#db'
import { changesToFiles, cityCatalog, compare, type DocumentDifference } from '#domain/catalog/index.ts'
import { check } from './check.ts'
import { withDatabase } from './database.ts'

const SIGNS = { added: '+', changed: '~', gone: '-' } as const

/** Prints what publishing a folder would change; false when the folder is not in order. */
export async function diff(folder: string): Promise<boolean> {
  const city = check(folder)
  if (!city) return false
  const differences = await withDatabase(async () =>
    compare(read(), await changesToFiles(read(), cityCatalog(city))),
  )
  for (const difference of differences) console.log(lines(difference).join('\n'))
  console.log(differences.length === 0 ? 'Nothing to publish.' : `${differences.length} documents differ.`)
  return true
}

/** `~ item x`, and below it every place: old → new. */
function lines({ kind, code, what, places }: DocumentDifference): string[] {
  return [
    `${SIGNS[what]} ${kind} ${code}`,
    ...places.map(({ path, from, to }) => {
      if (from === undefined) return `    + ${path}: ${to}`
      return to === undefined ? `    - ${path}: ${from}` : `    ${path}: ${from} → ${to}`
    }),
  ]
}
