import type { Messages } from '~/plugins/texts.server'

/** Fills `{name}` in a text. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/**
 * The interface texts of one module, `locales/<lang>/<module>.json`. The server puts the modules that a page used into
 * its payload, so the browser loads no others.
 */
export function useText(module: string): Translate {
  const lang = useLang()
  const texts = useState<Record<string, Messages>>('texts', () => ({}))
  if (import.meta.server && !texts.value[module]) texts.value[module] = useNuxtApp().$messages(lang, module)
  const messages = texts.value[module] ?? {}
  return (key, params = {}) =>
    (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
