import { useEventListener } from '@vueuse/core'
import { deskCases } from '#shared/contract/cases.ts'
import { addressOf } from '#shared/contract/contract.ts'
import { session } from '#shared/contract/session.ts'
import {
  afterWaiting,
  mayWait,
  nextAct,
  outcomeOf,
  sending,
  settled,
  waits,
  withAct,
  type Outcome,
  type WaitingAct,
} from '#shared/work/outbox.ts'
import { useDeskOutbox } from '~/stores/deskOutbox'

/** So long an answer is waited for; then nothing is known of the act. */
const PATIENCE_MS = 20_000

/** How often it is looked whether something waited too long, and whether what was left in doubt can go out. */
const LOOK_MS = 5000

/** Why a form that was posted now cannot wait: what it does is of the moment, it carries files, or it signs out. */
export type NotNow = 'moment' | 'files' | 'signOut'

/**
 * Acts at the desk while the connection is down: kept with their keys, sent one after the other once it is back. While
 * it is up, forms are posted as the browser does.
 */
export function useDeskSending() {
  const places = useDeskPlaces()
  const lang = useLang()
  const { connection, makeSure } = useDeskConnected()
  const outbox = useDeskOutbox()
  const typed = useDeskTyped(() => places.value.by)
  const notNow = ref<NotNow | ''>('')
  /** Whether somebody must sign in before it goes on. */
  const signedOut = ref(false)
  /** How many acts were left in this tab by somebody else; they are not sent. */
  const ofOthers = ref(0)
  const isLost = () => connection.now.state === 'lost'
  let busy = false
  /** Forms whose post waits for a sign of life, and those that may go now. */
  const asked = new WeakSet<HTMLFormElement>()
  const passed = new WeakSet<HTMLFormElement>()

  function posted(event: SubmitEvent): void {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (form.getAttribute('method') !== 'post') return
    if (passed.delete(form) || (!isLost() && connection.isFresh())) return goes(form)
    event.preventDefault()
    if (isLost()) hold(form, submitter)
    else if (!asked.has(form)) void makeSureFirst(form, submitter)
  }

  /** A post that found no server would end on a page of the browser's own. */
  async function makeSureFirst(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    asked.add(form)
    await makeSure()
    asked.delete(form)
    if (isLost()) return hold(form, submitter)
    passed.add(form)
    form.requestSubmit(submitter && form.contains(submitter) ? submitter : null)
  }

  /** Posted by the browser, which goes on to the next page. */
  function goes(form: HTMLFormElement): void {
    if (!signsOut(form)) return typed.posted(form)
    typed.forgetAll()
    outbox.put([])
  }

  /** Keeps the act until the connection is back, if it may wait. */
  function hold(form: HTMLFormElement, submitter: HTMLElement | null): void {
    connection.doubt()
    const data = new FormData(form, submitter)
    const files = [...data.values()].some((each) => each instanceof File && each.size > 0)
    notNow.value = signsOut(form) ? 'signOut' : files ? 'files' : mayWait(actionOf(form)) ? '' : 'moment'
    if (notNow.value === '') outbox.put(withAct(outbox.acts, actOf(form, submitter, data)))
  }

  function actOf(form: HTMLFormElement, submitter: HTMLElement | null, data: FormData): WaitingAct {
    const body = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    const key = body.find(([name]) => name === '_key')?.[1] ?? crypto.randomUUID()
    // Its key is used up now: what is posted next from here is another act.
    for (const other of document.forms)
      if (actionOf(other) === actionOf(form)) {
        const field = other.querySelector<HTMLInputElement>(':scope > input[name=_key]')
        if (field) field.value = crypto.randomUUID()
      }
    const words = [submitter?.querySelector('.button-words') ?? submitter, document.querySelector('h1')]
    return {
      key,
      form: keyOf(form),
      action: actionOf(form),
      body,
      title: words.flatMap((each) => each?.textContent?.trim() || []).join(' · '),
      page: location.pathname + location.search,
      by: places.value.by,
      at: Date.now(),
      tries: 0,
      state: 'waiting',
    }
  }

  async function send(): Promise<void> {
    if (outbox.acts.length === 0) return
    outbox.put(afterWaiting(outbox.acts, Date.now()))
    if (busy || isLost() || !nextAct(outbox.acts)) return
    busy = true
    try {
      if (!(await isStillHere())) return
      for (let act = nextAct(outbox.acts); act; act = nextAct(outbox.acts)) {
        outbox.put(sending(outbox.acts, act.key))
        const outcome = await sent(act)
        outbox.put(settled(outbox.acts, act.key, outcome, Date.now()))
        if (outcome.kind === 'done') typed.forget(act.form)
        signedOut.value = outcome.kind === 'signIn'
        if (outcome.kind === 'again') connection.doubt()
        if (outcome.kind === 'again' || outcome.kind === 'signIn') return
      }
    } finally {
      busy = false
    }
  }

  /** Nobody's acts are sent in the name of whoever signed in after them. */
  async function isStillHere(): Promise<boolean> {
    const answer = await ask(addressOf(deskCases.places))
    signedOut.value = answer?.status === 401
    if (!answer?.ok) return false
    const { id }: { id: string } = await answer.json()
    if (id === places.value.by) return true
    // Drawn anew for whoever it is now; nothing of this page is to hold it back.
    outbox.acts = []
    location.reload()
    return false
  }

  async function sent({ action, body }: WaitingAct): Promise<Outcome> {
    const answer = await ask(action, { method: 'POST', body: new URLSearchParams(body) })
    if (!answer) return { kind: 'again' }
    return outcomeOf(answer.status, await answer.json().catch(() => undefined))
  }

  function ask(address: string, init: RequestInit = {}): Promise<Response | undefined> {
    const headers = { accept: 'application/json', 'x-lang': lang }
    return fetch(address, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      () => undefined,
    )
  }

  function take(): void {
    ofOthers.value += outbox.takeUp(places.value.by)
    void send()
  }

  useEventListener('submit', posted)
  useEventListener('beforeunload', (event: BeforeUnloadEvent) => {
    // Whoever is sent to sign in comes back, and finds them.
    if (waits(outbox.acts) && !signedOut.value) event.preventDefault()
  })
  useEventListener('pageshow', ({ persisted }) => {
    if (persisted) take()
  })
  watch(
    () => connection.now,
    ({ state }) => {
      if (state === 'lost') return
      notNow.value = ''
      void send()
    },
  )
  let timer: number | undefined
  onMounted(() => {
    take()
    timer = window.setInterval(() => void send(), LOOK_MS)
  })
  onBeforeUnmount(() => window.clearInterval(timer))
  return { connection, outbox, typed, notNow, signedOut, ofOthers }
}

function signsOut(form: HTMLFormElement): boolean {
  return actionOf(form) === addressOf(session.signOut)
}
