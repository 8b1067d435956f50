import type { Ref } from 'vue'

/**
 * Keeps what was typed between the page's arrival and hydration, which Vue would overwrite with the server's value.
 * `read` gives what the control holds if it was touched.
 */
export function useTyped<T>(model: Ref<T>, read: () => T | undefined): void {
  const app = useNuxtApp()
  onBeforeMount(() => {
    const typed = app.isHydrating ? read() : undefined
    if (typed !== undefined) model.value = typed
  })
}

/** The text of an input, text area or select, when it is no longer the one the page came with. */
export function typedText(id: string): string | undefined {
  const control = document.getElementById(id)
  if (control instanceof HTMLSelectElement) {
    const touched = [...control.options].some((option) => option.selected !== option.defaultSelected)
    return touched ? control.value : undefined
  }
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
    return control.value === control.defaultValue ? undefined : control.value
  return undefined
}

/** The ticked values of the radios or checkboxes of a name, when they are no longer those the page came with. */
export function typedChoices(name: string): string[] | undefined {
  const boxes = [...document.getElementsByName(name)].filter((each) => each instanceof HTMLInputElement)
  if (boxes.every((box) => box.checked === box.defaultChecked)) return undefined
  return boxes.filter((box) => box.checked).map((box) => box.value)
}
