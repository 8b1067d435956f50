import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { session } from '../../../shared/contract/session.ts'
import { PASSWORD } from './city.ts'
import { Client } from './client.ts'

interface Fixtures {
  /** What no page may do: console errors and warnings, script errors, requests to other hosts. */
  complaints: string[]
  /** Opens a browser of its own, signed in. */
  as: (login: string) => Promise<Page>
  /** Calls the endpoints as somebody. */
  client: (login: string) => Promise<Client>
}

/** Every browser of a test is watched; a complaint fails the test. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({}, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'console errors, script errors and requests to other hosts').toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, complaints, baseURL, javaScriptEnabled }, use) => {
    watch(context, complaints, { baseURL, javaScriptEnabled })
    await use(context)
  },

  as: async ({ browser, complaints, baseURL, javaScriptEnabled }, use) => {
    const opened: BrowserContext[] = []
    await use(async (login) => {
      const context = await browser.newContext()
      opened.push(context)
      watch(context, complaints, { baseURL, javaScriptEnabled })
      await signIn(context.request, login)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },

  client: async ({ playwright, baseURL }, use) => {
    const clients = new Map<string, Client>()
    await use(async (login) => {
      const known = clients.get(login)
      if (known) return known
      const request = await playwright.request.newContext({ baseURL })
      await signIn(request, login)
      const client = new Client(request)
      clients.set(login, client)
      return client
    })
    for (const { request } of clients.values()) await request.dispose()
  },
})

export { expect }

/** Opens a session; the cookie stays with the request context and its browser. */
export async function signIn(request: BrowserContext['request'], login: string): Promise<void> {
  const response = await request.post(session.signIn.path, { data: { login, password: PASSWORD } })
  expect(response.status(), `signing in as ${login}`).toBe(200)
}

interface Watched {
  baseURL: string | undefined
  javaScriptEnabled: boolean | undefined
}

/** Said of what is fetched ahead for a script that does not run here. */
const FOR_THE_SCRIPT = 'was preloaded using link preload but not used'

function watch(
  context: BrowserContext,
  complaints: string[],
  { baseURL = '', javaScriptEnabled = true }: Watched,
): void {
  const home = new URL(baseURL).host
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    if (!javaScriptEnabled && message.text().includes(FOR_THE_SCRIPT)) return
    complaints.push(`${message.type()} on ${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`script error: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.host !== home) complaints.push(`request to ${url.href}`)
  })
}
