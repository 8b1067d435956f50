import type { Lang } from '#shared/text.ts'
import type { Messages } from '~/utils/messages'

const files = import.meta.glob<Messages>('../locales/*/*.json', { eager: true, import: 'default' })
const addresses = new Map<string, string>()

/** Gives the server every interface text, and tells the browser where those stand that a page uses. */
export default defineNuxtPlugin(() => {
  const used = useState<Record<string, string>>('texts', () => ({}))
  const event = useRequestEvent()
  if (event) event.context.texts = used.value
  return {
    provide: {
      messages(lang: Lang, module: string): Messages {
        const messages = files[`../locales/${lang}/${module}.json`]
        if (!messages) throw new Error(`no texts for ${module}: add locales/${lang}/${module}.json`)
        used.value[module] ??= addressOf(`${lang}/${module}.json`, messages)
        return messages
      },
    },
  }
})

/** Its content is in its address, so that a browser keeps it until it changes. */
function addressOf(file: string, messages: Messages): string {
  let address = addresses.get(file)
  if (!address) addresses.set(file, (address = `/texts/${file}?${markOf(JSON.stringify(messages))}`))
  return address
}

/** A short mark of a content, which differs from the one it had before; nothing rests on its secrecy. */
function markOf(content: string): string {
  let mark = 5381
  for (let i = 0; i < content.length; i += 1) mark = (Math.imul(mark, 33) ^ content.charCodeAt(i)) >>> 0
  return mark.toString(36)
}
