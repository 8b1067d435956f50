import { useEventListener } from '@vueuse/core'

/**
 * Presses the link or button whose `aria-keyshortcuts` names the key, unless someone is typing or keys are switched off.
 * Escape leaves the field that has the cursor, so that keys work again.
 */
export function useShortcuts(): void {
  const { on } = useDeskKeys()
  function press(event: KeyboardEvent) {
    if (!on.value) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
    const target = event.target
    if (
      target instanceof HTMLElement &&
      target.closest('input:not([type=radio], [type=checkbox]), select, textarea')
    ) {
      if (event.key === 'Escape') target.blur()
      return
    }
    const named = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key.toUpperCase())}"]`)
    if (!(named instanceof HTMLElement) || named.matches(':disabled')) return
    event.preventDefault()
    named.focus()
    named.click()
  }
  useEventListener('keydown', press)
}
