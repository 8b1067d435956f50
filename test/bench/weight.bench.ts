import { gzipSync } from 'node:zlib'
import { result, showMachine } from './lib/frame.ts'
import { signIn } from './lib/client.ts'
import { copyDraft, freshCity, LOGIN, prepareDraft } from './lib/prepared.ts'
import { serveOn } from './lib/servers.ts'

/* Bytes of script, style and HTML of each page as a browser fetches them, compressed with gzip at its default level. */

const { file, folder } = freshCity('weight')
const prepared = await prepareDraft()
const [draft = ''] = await copyDraft(file, prepared.draft, 1)
const server = await serveOn(file, folder, { JOBS: 'off' })
const { cookie } = await signIn(server.url, LOGIN)

interface Weight {
  script: number
  style: number
  html: number
}

showMachine()
console.log('  KiB, gzip                          script    style     HTML')
const reading = [await weigh('home', '/'), await weigh('guide', '/events/newborn')]
const form = await weigh('form page', `/apply/${draft}/${prepared.step}`)
await server.stop()

const most = (values: number[]): number => Math.max(...values)
result(
  'weight',
  {
    reading_js_kb: most(reading.map(({ script }) => script)),
    form_js_kb: form.script,
    first_kb: most([...reading, form].map(({ html, style }) => html + style)),
  },
  1,
)

async function weigh(name: string, path: string): Promise<Weight> {
  const html = await text(path)
  const scripts = await withImports(
    found(html, /<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
  )
  const styles = await Promise.all(found(html, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g).map(text))
  const inline = [...html.matchAll(/<script(?![^>]*src=)(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => script,
  )
  const weight = {
    script: kib([...scripts.values(), ...inline]),
    style: kib(styles),
    html: kib([html]),
  }
  const columns = Object.values(weight).map((value) => value.toFixed(1).padStart(8))
  console.log(`  ${name.padEnd(30)} ${columns.join(' ')}`)
  return weight
}

/** The scripts of a page and all they import statically. */
async function withImports(paths: string[]): Promise<Map<string, string>> {
  const scripts = new Map<string, string>()
  const queue = [...new Set(paths)]
  for (const path of queue) {
    if (scripts.has(path)) continue
    const script = await text(path)
    scripts.set(path, script)
    for (const each of found(script, /(?:from|import)\s*"(\.\/[^"]+)"/g))
      queue.push(new URL(each, `http://x${path}`).pathname)
  }
  return scripts
}

function found(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((path) => path !== '')
}

async function text(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { accept: 'text/html', cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

/** Each file is compressed alone, as it travels. */
function kib(texts: string[]): number {
  return texts.reduce((sum, each) => sum + gzipSync(each).length, 0) / 1024
}
