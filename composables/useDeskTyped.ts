import { useEventListener } from '@vueuse/core'
import { formKey, mayBeKept, wasAnswered, type TypedForm } from '#shared/work/typed.ts'

const PREFIX = 'yz-typed '

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Keeps what is typed into any form of the desk in this tab, field by field as it is typed, until the server has taken
 * it; a page that is loaded anew has it again. Passwords, files, and fields that the browser may not remember either
 * (`autocomplete="off"`: whose numbers they are) are left out.
 * @param by the member of staff
 */
export function useDeskTyped(by: () => string) {
  /** How many forms of this page were filled in again. */
  const restored = ref(0)

  function keep(target: EventTarget | null): void {
    const form = target instanceof Element ? target.closest('form') : null
    if (!form || !isKept(form)) return
    if (!controlsOf(form).some(isTouched)) return remove(form)
    write(PREFIX + keyOf(form), { by: by(), sent: false, values: valuesOf(form) })
  }

  /** Posted: what comes next is the server's answer, or a page that never heard of it. */
  function posted(form: HTMLFormElement): void {
    const key = PREFIX + keyOf(form)
    const typed = isKept(form) ? readTyped(key) : undefined
    if (typed) write(key, { ...typed, sent: true })
  }

  function remove(form: HTMLFormElement): void {
    sessionStorage.removeItem(PREFIX + keyOf(form))
  }

  /** What is kept of others, and what the server has answered, is forgotten; the rest stands in its fields again. */
  async function restore(answered: boolean): Promise<void> {
    for (const key of keys()) {
      const typed = readTyped(key)
      if (!typed || typed.by !== by() || (typed.sent && answered)) sessionStorage.removeItem(key)
      else if (typed.sent) write(key, { ...typed, sent: false })
    }
    for (const form of document.forms) {
      if (!isKept(form)) continue
      const typed = readTyped(PREFIX + keyOf(form))
      if (!typed) keep(form)
      else if (await fill(form, typed.values)) restored.value += 1
    }
  }

  /** Throws away what was typed on this page. */
  function discard(): void {
    for (const form of document.forms) if (isKept(form)) remove(form)
    restored.value = 0
    location.reload()
  }

  useEventListener('input', ({ target }) => keep(target))
  useEventListener('change', ({ target }) => keep(target))
  useEventListener('pageshow', ({ persisted }) => {
    // Back on a page that still stands as it was left: what it posted got no answer.
    if (persisted) void restore(false)
  })
  onNuxtReady(() => {
    const [entry] = performance.getEntriesByType('navigation')
    const type = entry instanceof PerformanceNavigationTiming ? entry.type : ''
    void restore(wasAnswered(type, document.referrer, location.origin))
  })
  return { restored, posted, discard, forget, forgetAll }
}

/** The server took what was typed into a form. */
function forget(key: string): void {
  sessionStorage.removeItem(PREFIX + key)
}

/** Whoever signs out leaves nothing behind. */
function forgetAll(): void {
  for (const key of keys()) sessionStorage.removeItem(key)
}

/** Which form of which page it is. */
export function keyOf(form: HTMLFormElement): string {
  const unseen = [...form.querySelectorAll<HTMLInputElement>(':scope > input[type=hidden]')]
  return formKey(
    location.pathname,
    actionOf(form),
    unseen.map(({ name, value }): [string, string] => [name, value]),
  )
}

/** Where a form is posted to; a field of it may be called `action`. */
export function actionOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? ''
}

function keys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
}

function readTyped(key: string): TypedForm | undefined {
  const text = sessionStorage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as TypedForm)
}

function write(key: string, typed: TypedForm): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed))
  } catch {
    // A full or forbidden store: the page still has it.
  }
}

function isKept(form: HTMLFormElement): boolean {
  return form.getAttribute('method') === 'post' && mayBeKept(actionOf(form))
}

const UNSEEN = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (each): each is Control =>
      (each instanceof HTMLInputElement ||
        each instanceof HTMLTextAreaElement ||
        each instanceof HTMLSelectElement) &&
      each.name !== '' &&
      !each.disabled &&
      !UNSEEN.includes(each.type) &&
      each.getAttribute('autocomplete') !== 'off',
  )
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
}

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    // Where none is marked the browser shows the first.
    return control.value !== (options.find((option) => option.defaultSelected) ?? options[0])?.value
  }
  return isBox(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
}

function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const list = (values[control.name] ??= [])
    if (!isBox(control) || control.checked) list.push(control.value)
  }
  return values
}

/** Puts values where nobody typed meanwhile; a field that another one brings forth comes in the second round. */
async function fill(form: HTMLFormElement, values: Record<string, string[]>): Promise<boolean> {
  const touched = new Set(controlsOf(form).filter(isTouched))
  let filled = false
  for (let round = 0; round < 2; round += 1) {
    const at: Record<string, number> = {}
    for (const control of controlsOf(form)) {
      const kept = values[control.name]
      const index = (at[control.name] ??= 0)
      if (!isBox(control)) at[control.name] = index + 1
      if (kept === undefined || touched.has(control)) continue
      if (!put(control, kept, index)) continue
      filled = true
      // A folded part of the page is opened: what stands there is to be seen.
      for (let part = control.closest('details'); part; part = part.parentElement?.closest('details') ?? null)
        part.open = true
    }
    await nextTick()
  }
  return filled
}

function put(control: Control, kept: string[], index: number): boolean {
  if (isBox(control)) {
    const checked = kept.includes(control.value)
    // Of several radios the one that is chosen takes the choice from the others.
    if (control.checked === checked || (control.type === 'radio' && !checked)) return false
    control.checked = checked
  } else {
    const value = kept[index]
    if (value === undefined || control.value === value) return false
    control.value = value
  }
  // Whoever binds the field learns of it as if it were typed.
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}
