import type { RouterConfig } from '@nuxt/schema'
import type { RouteRecordRaw } from 'vue-router'

/*
 * The router is made anew for each page the server draws, and compiling its records costs more than the page's own
 * data. So it gets those records alone that begin like the address.
 */

const DYNAMIC = ':'
const byBeginning = new Map<string, RouteRecordRaw[]>()

/** `apply` of `/en/apply/…` and of `/:lang(en)?/apply/:draft`; `:` where anything may stand. */
function beginning(path: string): string {
  const first = /^\/(?:(?::lang\(en\)\?|en)(?=[/?#]|$)\/?)?([^/?#]*)/.exec(path)?.[1] ?? ''
  return first.startsWith(DYNAMIC) ? DYNAMIC : first
}

function near(routes: readonly RouteRecordRaw[], url: string): readonly RouteRecordRaw[] {
  if (byBeginning.size === 0)
    for (const route of routes) {
      const begins = beginning(route.path)
      byBeginning.set(begins, [...(byBeginning.get(begins) ?? []), route])
    }
  const found = byBeginning.get(beginning(url))
  return found ? [...found, ...(byBeginning.get(DYNAMIC) ?? [])] : routes
}

export default {
  routes: (routes) => {
    const url = import.meta.server ? useNuxtApp().ssrContext?.url : undefined
    return url === undefined ? routes : near(routes, url)
  },
} satisfies RouterConfig
