import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { createApp, createRouter, toNodeListener, type EventHandler } from 'h3'

/** What a call answered. */
export interface Answer {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

/** The product's endpoints on a port of this machine, without the pages. */
export interface Api {
  base: string
  get(path: string, cookie?: string): Promise<Answer>
  /** JSON by default; `form` posts as a native form from a page of ours. */
  post(
    path: string,
    body: Record<string, string | string[]>,
    options?: { cookie?: string; form?: boolean; headers?: Record<string, string> },
  ): Promise<Answer>
  /** Signs in and answers the session's cookie. */
  signIn(login: string, password: string): Promise<string>
  close(): Promise<void>
}

/** A file below server/api or server/routes and the address Nitro gives it. */
export interface Route {
  file: string
  method: 'GET' | 'POST'
  path: string
}

/** Every route file of the product with its method and path. */
export function routes(): Route[] {
  return ['server/api', 'server/routes'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => routeOf(root, join(root, name))),
  )
}

function routeOf(root: string, file: string): Route {
  const match = /^(.*)\.(get|post)\.ts$/.exec(relative(root, file))
  if (!match) throw new Error(`${file}: a route file is named <path>.<get|post>.ts`)
  const [, name = '', method = ''] = match
  const path = name.replace(/(^|\/)index$/, '').replace(/\[(\w+)\]/g, ':$1')
  return {
    file,
    method: method === 'get' ? 'GET' : 'POST',
    path: `${root === 'server/api' ? '/api' : ''}${path ? `/${path}` : ''}`,
  }
}

/** Mounts all endpoints in this process and listens on a free port. */
export async function openApi(): Promise<Api> {
  const app = createApp()
  const router = createRouter()
  for (const { file, method, path } of routes()) {
    const { default: handler } = (await import(join(process.cwd(), file))) as { default: EventHandler }
    router.use(path, handler, method === 'GET' ? 'get' : 'post')
  }
  app.use(router)
  const server = createServer(toNodeListener(app))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return clientOf(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

function clientOf(server: Server, base: string): Api {
  async function call(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(base + path, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = text.startsWith('{')
    return {
      status: response.status,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
      headers: response.headers,
    }
  }
  const api: Api = {
    base,
    get: (path, cookie = '') => call(path, { headers: { cookie } }),
    post(path, body, { cookie = '', form = false, headers = {} } = {}) {
      const pairs = Object.entries(body).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      )
      return call(path, {
        method: 'POST',
        headers: {
          cookie,
          origin: base,
          ...(form
            ? {
                'content-type': 'application/x-www-form-urlencoded',
                accept: 'text/html',
                referer: `${base}/somewhere`,
              }
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: form ? new URLSearchParams(pairs).toString() : JSON.stringify(body),
      })
    },
    async signIn(login, password) {
      const { status, headers } = await api.post('/api/session', { login, password })
      if (status !== 200) throw new Error(`${login} could not sign in: ${status}`)
      return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return api
}
