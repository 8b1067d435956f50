import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url).pathname

function read(folder: string, ending: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n')
}

it('the style sheet has no class that nothing wears', () => {
  const worn = [
    ...['components', 'pages', 'layouts'].map((folder) => read(folder, '.vue')),
    read('public', '.js'),
    read('components', '.ts'),
    readFileSync(join(root, 'error.vue'), 'utf8'),
  ].join('\n')
  const made = [...worn.matchAll(/([a-z]+-)\$\{/g)].map(([, prefix = '']) => prefix)
  const classes = new Set(
    [
      ...read('assets/css', '.css')
        .replaceAll(/url\(.*\)/g, '')
        .matchAll(/\.([a-z][\w-]*)(?=[\s,.:)>+~{[])/g),
    ].map(([, name = '']) => name),
  )
  const unworn = [...classes].filter(
    (name) =>
      !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(worn) &&
      !made.some((prefix) => name.startsWith(prefix)),
  )
  expect(unworn).toEqual([])
})
