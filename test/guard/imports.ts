import { posix } from 'node:path'
import { scriptOf, type Source } from './sources.ts'

/** One import: the file or package it names, and whether it takes only types. */
export interface Import {
  from: string
  /** A path of the project, or the name of a package. */
  target: string
  inProject: boolean
  typesOnly: boolean
}

const ALIASES: readonly (readonly [string, string])[] = [
  ['#db/', 'db/'],
  ['#shared/', 'shared/'],
  ['#domain/', 'server/domain/'],
  ['#server/', 'server/'],
  ['~/', ''],
  ['@/', ''],
]

const FROM = /(?:^|\n|;)\s*(import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/g
const BARE = /(?:^|\n|;)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** The imports of a file; `export … from` counts too. */
export function importsOf(source: Source): Import[] {
  const script = scriptOf(source)
  const named = [...script.matchAll(FROM)].map((match) => ({
    specifier: match[4] ?? '',
    typesOnly: match[2] !== undefined || onlyTypes(match[3] ?? ''),
  }))
  const bare = [...script.matchAll(BARE)].map((match) => ({
    specifier: match[1] ?? match[2] ?? '',
    typesOnly: false,
  }))
  return [...named, ...bare].map(({ specifier, typesOnly }) => ({
    from: source.path,
    ...resolve(source.path, specifier),
    typesOnly,
  }))
}

/** `{ type A, type B }` takes only types as well. */
function onlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '))
}

function resolve(from: string, specifier: string): { target: string; inProject: boolean } {
  if (specifier === '#db') return { target: 'db/index.ts', inProject: true }
  if (specifier.startsWith('.'))
    return { target: posix.join(posix.dirname(from), specifier), inProject: true }
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix))
  if (alias) return { target: alias[1] + specifier.slice(alias[0].length), inProject: true }
  return { target: specifier, inProject: false }
}
