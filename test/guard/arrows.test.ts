import { expect, test } from 'vitest'
import { faultOf, LEVELS } from './arrows.ts'
import { importsOf } from './imports.ts'
import { filesLike, sources } from './sources.ts'

test('every import follows the arrows of docs/architecture.md', () => {
  const faults = sources()
    .flatMap(importsOf)
    .flatMap((each) => {
      const fault = faultOf(each)
      return fault ? [`${each.from} imports ${each.target}: ${fault}`] : []
    })
  expect(faults).toEqual([])
})

test('every module of the domain has a level and a face', () => {
  const modules = new Set(filesLike('server/domain/*/*.ts').map((path) => path.split('/')[2] ?? ''))
  const faces = new Set(filesLike('server/domain/*/index.ts').map((path) => path.split('/')[2] ?? ''))
  expect([...modules].filter((module) => LEVELS[module] === undefined)).toEqual([])
  expect([...modules].filter((module) => !faces.has(module))).toEqual([])
})

test('the guard itself refuses what it should', () => {
  function faultIn(from: string, line: string): string | null {
    const [found] = importsOf({ path: from, text: line })
    return found ? faultOf(found) : null
  }
  expect(faultIn('server/domain/work/move.ts', "import { a } from '../cases/index.ts'")).toContain(
    'reactions.ts',
  )
  expect(faultIn('server/domain/cases/send.ts', "import { a } from '../work/store.ts'")).toContain('index.ts')
  expect(faultIn('server/domain/cases/send.ts', "import { cases } from '#db/schema/cases.ts'")).toContain(
    'store.ts',
  )
  expect(faultIn('server/domain/cases/send.ts', "import { a } from '../work/index.ts'")).toBeNull()
  expect(faultIn('shared/forms/draft.ts', "import { ref } from 'vue'")).toContain('pure')
  expect(faultIn('db/prepared.ts', "import { a } from '../shared/id.ts'")).toContain('types')
  expect(faultIn('db/prepared.ts', "import type { A } from '../shared/id.ts'")).toBeNull()
  expect(
    faultIn('pages/index.vue', "<script setup>\nimport { a } from '#domain/cases/index.ts'\n</script>"),
  ).toContain('useApi')
  expect(faultIn('server/api/x.get.ts', "import { read } from '#db'")).toContain('endpoint')
})
