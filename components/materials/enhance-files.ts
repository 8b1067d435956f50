import type { Translate } from '../../composables/useText.ts'
import { sendInPieces, Interrupted } from './send-in-pieces.ts'

/** Larger files go in pieces, before the form; smaller ones with the form. */
const PLAIN_BYTES = 1_048_576

/**
 * Adds to the form what needs a script: dropping files on a material, the camera of a telephone, and sending large
 * files in pieces that go on after an interruption. Without it the form sends the same files in one post.
 */
export function enhanceFiles(form: HTMLFormElement, draft: string, words: Translate): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
  for (const input of inputs) {
    acceptDrops(input)
    if (matchMedia('(pointer: coarse)').matches) offerCamera(input, words('photograph'))
  }
  let state: 'ready' | 'sending' | 'sent' = 'ready'
  form.addEventListener('submit', (event) => {
    const large = inputs.some((input) => [...(input.files ?? [])].some(isLarge))
    // What could not be sent in pieces is left to the form.
    if (state === 'sent' || (state === 'ready' && !large)) return
    event.preventDefault()
    if (state === 'sending') return
    void sendFirst(event.submitter)
  })

  async function sendFirst(submitter: HTMLElement | null): Promise<void> {
    state = 'sending'
    const sent = await sendLarge(form, draft, inputs, words)
    state = sent ? 'sent' : 'ready'
    if (sent) form.requestSubmit(submitter)
  }
}

function isLarge({ size }: File): boolean {
  return size > PLAIN_BYTES
}

/** Sends what is large and leaves the rest to the form. False when the connection is gone: the files stay chosen. */
async function sendLarge(
  form: HTMLFormElement,
  draft: string,
  inputs: readonly HTMLInputElement[],
  words: Translate,
): Promise<boolean> {
  const status = form.querySelector<HTMLElement>('[data-upload-status]')
  const tell = (text: string): void => {
    if (status) status.textContent = text
  }
  for (const input of inputs) {
    for (const file of [...(input.files ?? [])].filter(isLarge)) {
      const progress = (share: number): void =>
        tell(words('sending', { name: file.name, percent: Math.floor(share * 100) }))
      try {
        if (!(await sendInPieces(draft, input.name, file, !keepsTold(form), progress))) continue
        takeOut(input, file)
        keepTold(form)
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error
        tell(words('interrupted', { name: file.name }))
        return false
      }
    }
  }
  tell('')
  return true
}

/** What is told of files that went in pieces is kept when the form is posted. */
function keepTold(form: HTMLFormElement): void {
  if (keepsTold(form)) return
  const keep = document.createElement('input')
  form.append(Object.assign(keep, { type: 'hidden', name: 'keep', value: '1' }))
}

function keepsTold(form: HTMLFormElement): boolean {
  return form.elements.namedItem('keep') !== null
}

function choose(input: HTMLInputElement, files: readonly File[]): void {
  const chosen = new DataTransfer()
  for (const file of files) chosen.items.add(file)
  input.files = chosen.files
}

function takeOut(input: HTMLInputElement, file: File): void {
  choose(
    input,
    [...(input.files ?? [])].filter((each) => each !== file),
  )
}

function add(input: HTMLInputElement, files: Iterable<File>): void {
  choose(input, [...(input.files ?? []), ...files])
}

/** The browser would take a dropped file into the input too, but forget those that were chosen before. */
function acceptDrops(input: HTMLInputElement): void {
  const field = input.closest<HTMLElement>('.field') ?? input
  const mark = (on: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    field.classList.toggle('files-over', on)
  }
  field.addEventListener('dragover', mark(true))
  field.addEventListener('dragleave', mark(false))
  field.addEventListener('drop', (event) => {
    mark(false)(event)
    if (event.dataTransfer) add(input, event.dataTransfer.files)
  })
}

function offerCamera(input: HTMLInputElement, words: string): void {
  if (!/jpe?g|png/.test(input.accept)) return
  const button = document.createElement('button')
  Object.assign(button, {
    type: 'button',
    className: 'button button-secondary files-camera',
    textContent: words,
  })
  button.addEventListener('click', () => {
    const camera = document.createElement('input')
    Object.assign(camera, { type: 'file', accept: 'image/*', capture: 'environment' })
    camera.addEventListener('change', () => add(input, camera.files ?? []))
    camera.click()
  })
  input.after(button)
}
