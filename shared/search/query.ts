import { normal } from './tokens.ts'

/** What people write around the thing they look for. */
const AROUND =
  /请问|我要|我想|想要|怎么办理|怎么办|怎么|怎样|如何|在哪里|在哪儿|哪里|哪儿|办理|需要|要什么|什么|材料|流程|吗|呢/gu

/** What is looked for: the question without its question words; all of it when nothing else is there. */
export function subjectOf(query: string): string {
  const subject = normal(query).replace(AROUND, ' ').trim()
  return subject === '' ? normal(query).trim() : subject
}

/** A text as one comparable phrase: words apart by one space, punctuation gone. */
export function phraseOf(text: string): string {
  return normal(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}
