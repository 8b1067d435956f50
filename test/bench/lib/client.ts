import { readFileSync } from 'node:fs'

/** A person of the demo city at the wheel of our server, speaking JSON. */
export interface Client {
  cookie: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, input: Record<string, unknown>): Promise<T>
}

/** Signs in with a demo account. */
export async function signIn(url: string, login: string): Promise<Client> {
  const { password } = JSON.parse(readFileSync('db/city/demo.json', 'utf8'))
  const answer = await request(url, '/api/session', { login, password }, '')
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return {
    cookie,
    get: async (path) => (await request(url, path, undefined, cookie)).json(),
    post: async (path, input) => (await request(url, path, input, cookie)).json(),
  }
}

async function request(
  url: string,
  path: string,
  input: Record<string, unknown> | undefined,
  cookie: string,
): Promise<Response> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', cookie }
  const answer = await fetch(
    url + path,
    input ? { method: 'POST', headers, body: JSON.stringify(input) } : { headers },
  )
  if (!answer.ok)
    throw new Error(`${input ? 'POST' : 'GET'} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
