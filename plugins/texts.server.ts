import type { Lang } from '#shared/text.ts'

export type Messages = Record<string, string>

const files = import.meta.glob<Messages>('../locales/*/*.json', { eager: true, import: 'default' })

/** Gives the server every interface text; the browser gets those its page used. */
export default defineNuxtPlugin(() => ({
  provide: {
    messages(lang: Lang, module: string): Messages {
      const messages = files[`../locales/${lang}/${module}.json`]
      if (!messages) throw new Error(`no texts for ${module}: add locales/${lang}/${module}.json`)
      return messages
    },
  },
}))
