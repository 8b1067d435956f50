import { addressOf, type AnswerOf, type Contract } from '#shared/contract/contract.ts'
import type { AskInside } from '#shared/contract/ask-inside.ts'
import type { RefusalCode } from '#shared/refusal.ts'

/** What a refused call answers. */
export interface RefusalBody {
  refusal: RefusalCode
  problems?: { field: string; code: string; params?: Record<string, string | number> }[]
  possible?: string[]
  params?: Record<string, string | number>
  trace?: string
}

/**
 * Reads from an endpoint while the server renders the page; the browser finds the answer in the page's payload. A
 * visitor who must sign in is sent there and comes back; any other refusal becomes the error page.
 */
export async function useApi<C extends Contract>(
  contract: C,
  input: Record<string, unknown> = {},
): Promise<AnswerOf<C>> {
  const address = addressOf(contract, input)
  // Kept as text: the payload carries one line instead of a hundred values, and nothing that never changes is reactive.
  const answer = useState<string>(address, () => '')
  if (import.meta.server && !answer.value) answer.value = await readOnServer(address)
  return JSON.parse(answer.value) as AnswerOf<C>
}

async function readOnServer(address: string): Promise<string> {
  const lang = useLang()
  const link = useLink()
  const { fullPath } = useRoute()
  const app = useNuxtApp()
  const ask: AskInside | undefined = useRequestEvent()?.context.ask
  if (!ask) throw new Error('there is no request to answer')
  const { status, text } = await ask(address, lang)
  if (status < 400) return text
  const body = bodyOf(text)
  // An address that says nothing its page could ask is no page's: nobody else than its writer made it.
  const statusCode = status === 422 ? 404 : status
  // Refusals are answers, not faults: without `fatal` the server does not log them as errors.
  if (status !== 401) throw createError({ statusCode, statusMessage: body.refusal, data: body })
  const signIn = link(`/sign-in?back=${encodeURIComponent(fullPath)}`)
  await app.runWithContext(() => navigateTo(signIn, { redirectCode: 303 }))
  throw createError({ statusCode: 303, statusMessage: body.refusal, data: { ...body, signIn } })
}

/** Where a visitor who must sign in was sent, for route middleware, which has to return it. */
export function signInOf(error: unknown): string | undefined {
  return (error as { data?: { signIn?: string } }).data?.signIn
}

function bodyOf(text: string): RefusalBody {
  try {
    return JSON.parse(text) as RefusalBody
  } catch {
    return { refusal: 'internal' }
  }
}
