/** Fills `{name}` in a text. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/**
 * The interface texts of one module, `locales/<lang>/<module>.json`. The server puts the modules that a page used into
 * its payload, so the browser loads no others.
 */
export function useText(module: string): Translate {
  const messages = useNuxtApp().$messages(useLang(), module)
  return (key, params) => {
    const text = messages[key] ?? key
    return params ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text
  }
}
