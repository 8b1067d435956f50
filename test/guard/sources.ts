import { globSync, readFileSync } from 'node:fs'

/** A file of ours: its path from the project's folder, with forward slashes, and its text. */
export interface Source {
  path: string
  text: string
}

const FOLDERS =
  'assets,components,composables,db,layouts,middleware,pages,plugins,scripts,server,shared,stores,test,utils'

let kept: Source[] | undefined

/** Every source file of the project. */
export function sources(): Source[] {
  kept ??= filesLike(`{${FOLDERS}}/**/*.{ts,mjs,vue,css}`, '*.{ts,vue}').map(read)
  return kept
}

export function filesLike(...patterns: string[]): string[] {
  return globSync(patterns)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('test/bench/bare/.'))
    .sort()
}

export function read(path: string): Source {
  return { path, text: readFileSync(path, 'utf8') }
}

/** The script of a file: all of it, or what stands in the `<script>` blocks of a component. */
export function scriptOf({ path, text }: Source): string {
  if (!path.endsWith('.vue')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
}
