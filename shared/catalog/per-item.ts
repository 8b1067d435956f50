import type { Bundle } from './bundle.ts'

/** What is found about an item of a bundle, found once: a bundle never changes. */
export function perItem<T>(find: (bundle: Bundle, item: string) => T): (bundle: Bundle, item: string) => T {
  const kept = new WeakMap<Bundle, Map<string, T>>()
  return (bundle, item) => {
    let items = kept.get(bundle)
    if (!items) kept.set(bundle, (items = new Map()))
    let found = items.get(item)
    if (found === undefined) items.set(item, (found = find(bundle, item)))
    return found
  }
}
