import { useLocalStorage } from '@vueuse/core'

/**
 * Whether single keys press what stands on a page of the desk (WCAG 2.2, 2.1.4: they can be switched off), and whether
 * they are shown on it. Kept in this browser.
 */
export function useDeskKeys() {
  const options = { initOnMounted: true }
  return {
    on: useLocalStorage('yz-keys', true, options),
    shown: useLocalStorage('yz-keys-shown', false, options),
  }
}
