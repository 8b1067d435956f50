import type { Lang } from '#shared/text.ts'
import type { Messages } from '~/utils/messages'

const files = import.meta.glob<Messages>('../locales/*/*.json', { eager: true, import: 'default' })
const written = new Map<Messages, string>()

/** Gives the server every interface text, and puts those that a page uses into its payload. */
export default defineNuxtPlugin(() => {
  const used = useState<Record<string, string>>('texts', () => ({}))
  return {
    provide: {
      messages(lang: Lang, module: string): Messages {
        const messages = files[`../locales/${lang}/${module}.json`]
        if (!messages) throw new Error(`no texts for ${module}: add locales/${lang}/${module}.json`)
        used.value[module] ??= writtenOut(messages)
        return messages
      },
    },
  }
})

/** As one string: the payload then has a line to carry, not a hundred values. */
function writtenOut(messages: Messages): string {
  let text = written.get(messages)
  if (!text) written.set(messages, (text = JSON.stringify(messages)))
  return text
}
