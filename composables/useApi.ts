import { addressOf, type AnswerOf, type Contract } from '#shared/contract/contract.ts'
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
 * Reads from an endpoint while the page is rendered. A visitor who must sign in is sent there and comes back; any
 * other refusal becomes the error page.
 */
export async function useApi<C extends Contract>(
  contract: C,
  input: Record<string, unknown> = {},
): Promise<AnswerOf<C>> {
  const lang = useLang()
  const link = useLink()
  const { fullPath } = useRoute()
  const request = useRequestFetch()
  const app = useNuxtApp()
  const address = addressOf(contract, input)
  const { data, error } = await useAsyncData(address, () =>
    request<AnswerOf<C>>(address, { headers: { 'x-lang': lang } }),
  )
  if (!error.value) return data.value as AnswerOf<C>
  const refused = (error.value as { statusCode?: number; data?: RefusalBody }) ?? {}
  if (refused.statusCode === 401) {
    await app.runWithContext(() =>
      navigateTo(link(`/sign-in?back=${encodeURIComponent(fullPath)}`), { redirectCode: 303 }),
    )
  }
  throw createError({
    statusCode: refused.statusCode === 401 ? 303 : (refused.statusCode ?? 500),
    statusMessage: refused.data?.refusal ?? 'internal',
    data: refused.data,
    fatal: true,
  })
}
