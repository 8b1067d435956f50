import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { mendPunctuation } from './texts.ts'

/** Every string that is Chinese by its place: `zh` of a text, or anything in a Chinese locale file. */
function chineseStrings(value: unknown, chinese: boolean): string[] {
  if (typeof value === 'string') return chinese ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each) => chineseStrings(each, chinese))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => chineseStrings(each, chinese || key === 'zh'))
}

function mendFile(file: string): number {
  const source = readFileSync(file, 'utf8')
  const strings = chineseStrings(JSON.parse(source), file.startsWith('locales/zh/'))
  const wrong = [...new Set(strings)].filter((text) => mendPunctuation(text) !== text)
  const mended = wrong.reduce(
    (text, each) => text.replaceAll(JSON.stringify(each), JSON.stringify(mendPunctuation(each))),
    source,
  )
  if (wrong.length > 0) writeFileSync(file, mended)
  return wrong.length
}

const folders = process.argv.slice(2)
const patterns = folders.length > 0 ? folders : ['db/city/**/*.json', 'locales/zh/**/*.json']
for (const file of globSync(patterns)) {
  const count = mendFile(file.replaceAll('\\', '/'))
  if (count > 0) console.log(`${file}: ${count} texts mended`)
}
