import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inspectCity } from '#db/city/check.ts'
import type { City } from '#db/city/city.ts'
import { FILES, REGISTERS } from '#db/city/files.ts'
import { readFiles } from '#db/city/load.ts'
import { showFinding } from '#db/city/refuse.ts'

const PARTS = [...Object.values(FILES), REGISTERS]

/** Prints everything that is wrong in a folder; the city when nothing is. */
export function check(folder: string): City | undefined {
  const { city, findings } = inspectCity(filesIn(folder))
  for (const finding of findings) console.log(`${folder}/${showFinding(finding)}`)
  console.log(findings.length === 0 ? `${folder}: nothing to correct` : `To correct: ${findings.length}`)
  return findings.length === 0 ? city : undefined
}

/** A city’s files; a folder with a catalogue alone, as an export is, is judged with the people of the demo city. */
export function filesIn(folder: string): Record<string, unknown> {
  const own = PARTS.filter((part) => existsSync(join(folder, part)))
  return {
    ...readFiles(
      'db/city',
      PARTS.filter((part) => !own.includes(part)),
    ),
    ...readFiles(folder, own),
  }
}
