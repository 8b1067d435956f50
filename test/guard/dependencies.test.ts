import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { read, sources } from './sources.ts'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

const manifest: Manifest = JSON.parse(read('package.json').text)
const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

describe('dependencies', () => {
  test('have exact versions', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    )
  })

  test('are each explained in docs/dependencies.md, and none besides', () => {
    const { text } = read('docs/dependencies.md')
    const [listed = ''] = text.split('## Pinned')
    const explained = new Set(
      [...listed.matchAll(/^\| ((?:`[^`]+`(?:, )?)+)/gm)].flatMap(
        ([, cell = '']) => cell.match(/[^`, ]+/g) ?? [],
      ),
    )
    expect(Object.keys(all).filter((name) => !explained.has(name))).toEqual([])
    expect([...explained].filter((name) => !(name in all))).toEqual([])
  })

  test('of the running product are used by it', () => {
    const imported = sources()
      .filter(({ path }) => !/^(test|scripts)\//.test(path))
      .flatMap(importsOf)
      .filter((each) => !each.inProject)
      .map((each) => each.target)
    const mentioned = sources()
      .filter(({ path }) => path.startsWith('server/'))
      .map(({ text }) => text)
      .join('\n')
    const unused = Object.keys(manifest.dependencies).filter(
      (name) =>
        name !== 'nuxt' &&
        !imported.some((each) => each === name || each.startsWith(`${name}/`)) &&
        !mentioned.includes(name),
    )
    expect(unused).toEqual([])
  })
})
