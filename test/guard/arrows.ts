import type { Import } from './imports.ts'

/** The modules of the domain and their levels: a module imports the faces of modules on a lower level. */
export const LEVELS: Readonly<Record<string, number>> = {
  audit: 0,
  files: 1,
  settings: 0,
  jobs: 0,
  identity: 1,
  notices: 1,
  work: 1,
  catalog: 2,
  grants: 3,
  queue: 3,
  exchange: 4,
  footprint: 5,
  forms: 5,
  policies: 5,
  search: 6,
  certificates: 6,
  parcels: 6,
  agreements: 6,
  cases: 7,
  hotline: 7,
  counter: 8,
  ratings: 8,
  insight: 8,
  provider: 8,
  screens: 9,
  supervision: 9,
}

/** What belongs to no module and every module may use. */
const COMMONS = [
  'server/domain/act.ts',
  'server/domain/clock.ts',
  'server/domain/perform.ts',
  'server/reactions.ts',
  'server/utils/log.ts',
]

type Rule = (each: Import) => string | null

/** What is wrong with an import, and where the code should go instead; null when it may stand. */
export function faultOf(each: Import): string | null {
  const rule = RULES.find(([folder]) => each.from.startsWith(folder))?.[1]
  return rule ? rule(each) : null
}

const RULES: readonly (readonly [string, Rule])[] = [
  ['shared/', shared],
  ['db/city/', city],
  ['db/', database],
  ['server/domain/', domain],
  ['server/connectors/', connector],
  ['server/', server],
  ['pages/', browser],
  ['components/', browser],
  ['composables/', browser],
  ['layouts/', browser],
  ['stores/', browser],
  ['plugins/', browser],
  ['utils/', browser],
  ['app.vue', browser],
  ['error.vue', browser],
]

function shared({ target, inProject }: Import): string | null {
  if (inProject && !target.startsWith('shared/'))
    return 'shared imports only shared: what needs a server or a browser goes to server/ or composables/'
  if (!inProject && target !== 'valibot')
    return 'shared is pure: it runs in browser, server and tests with valibot alone'
  return null
}

function city({ target, inProject }: Import): string | null {
  if (inProject && !/^(db|shared)\//.test(target)) return 'the city is data: it knows db/city and shared'
  return null
}

function database({ target, inProject, typesOnly }: Import): string | null {
  if (!inProject || (target.startsWith('db/') && !target.startsWith('db/city/'))) return null
  if (target.startsWith('shared/') && typesOnly) return null
  return 'db imports nothing of ours but types from shared: behaviour goes to server/domain'
}

function domain({ from, target, inProject }: Import): string | null {
  const module = moduleOf(from)
  if (!inProject) return drizzle(from, target)
  if (target.startsWith('db/schema/') && !isStore(from))
    return `tables are seen by store.ts alone: put the query into ${folderOf(from)}/store.ts`
  if (target.startsWith('db/') || target.startsWith('shared/') || COMMONS.includes(target)) return null
  const other = moduleOf(target)
  if (other === undefined) return outsideModules(target)
  if (module === undefined || other === module) return faceOnly(module, target)
  return lower(module, other) ?? faceOnly(module, target)
}

/** act.ts and perform.ts stand outside the modules and may use the face of audit. */
function faceOnly(module: string | undefined, target: string): string | null {
  const other = moduleOf(target)
  if (other === module || target === `server/domain/${other}/index.ts`) return null
  return `what ${other} offers stands in its face: import server/domain/${other}/index.ts`
}

function lower(module: string, other: string): string | null {
  const [mine, its] = [LEVELS[module], LEVELS[other]]
  if (mine === undefined)
    return `module ${module} has no level: add it to the table here and in docs/architecture.md`
  if (its === undefined)
    return `module ${other} has no level: add it to the table here and in docs/architecture.md`
  if (its < mine) return null
  return `${module} (level ${mine}) may not import ${other} (level ${its}): let it follow by an event in server/reactions.ts, or move what both need down`
}

function outsideModules(target: string): string | null {
  if (target.startsWith('server/connectors/')) return null
  return 'the domain does not know who calls it: this belongs to server/api, server/utils or server/jobs, or into a module'
}

function connector({ from, target, inProject }: Import): string | null {
  if (!inProject) return drizzle(from, target)
  if (/^(shared\/|server\/connectors\/|server\/utils\/log\.ts)/.test(target)) return null
  if (target.startsWith('db/city/')) return null
  return 'a connector speaks to one kind of outside system and knows only shared'
}

function server({ from, target, inProject }: Import): string | null {
  if (!inProject) return drizzle(from, target)
  if (from.startsWith('server/api/') && target.startsWith('db/'))
    return 'an endpoint is contract, right and one call: reading and writing goes to the module'
  if (target.startsWith('db/schema/')) return 'tables are seen by store.ts of their module alone'
  const other = moduleOf(target)
  if (other === undefined || target === `server/domain/${other}/index.ts`) return null
  // The background handlers and what starts the product reach into modules on purpose: a face is for other modules.
  const own = ['server/jobs/', 'server/start', 'server/plugins/'].some((each) => from.startsWith(each))
  return own && !isStore(target)
    ? null
    : `what ${other} offers stands in its face: import #domain/${other}/index.ts`
}

function browser({ target, inProject }: Import): string | null {
  if (!inProject)
    return /^(node:|drizzle-orm|better-sqlite3|h3$)/.test(target) ? 'this runs in the browser too' : null
  if (!/^(server|db|test|scripts)\//.test(target)) return null
  return 'pages → components → composables → shared: what the server knows is read through a contract with useApi'
}

function drizzle(from: string, target: string): string | null {
  if (!/^(drizzle-orm|better-sqlite3|postgres$)/.test(target) || isStore(from)) return null
  if (from.startsWith('server/connectors/')) return null
  return `SQL stands in ${folderOf(from)}/store.ts and nowhere else`
}

function isStore(path: string): boolean {
  return /\/store\.ts$|\/store\/[^/]+\.ts$/.test(path)
}

function moduleOf(path: string): string | undefined {
  return /^server\/domain\/([^/]+)\//.exec(path)?.[1]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
