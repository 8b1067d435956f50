import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// From the working directory, not from this file: the server's bundle lies elsewhere than the packages.
const fromRoot = createRequire(join(process.cwd(), 'package.json'))

/** The bytes of a file inside an installed package: `name/path/in/package`. */
export function readPackageFile(path: string): Uint8Array {
  return readFileSync(fromRoot.resolve(path))
}
