import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

interface Report {
  requests: { total: number }
  duration: number
  errors: number
  non2xx: number
}

/**
 * Loads an address with autocannon from another process for some seconds; answers requests per second.
 * @throws when any request failed
 */
export async function load(
  url: string,
  options: { connections: number; seconds: number; cookie?: string },
): Promise<number> {
  const { connections, seconds, cookie } = options
  const headers = ['-H', 'accept: text/html', ...(cookie ? ['-H', `cookie: ${cookie}`] : [])]
  const args = [
    'node_modules/autocannon/autocannon.js',
    '-j',
    '-n',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    ...headers,
    url,
  ]
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 2 ** 20 })
  const report: Report = JSON.parse(stdout)
  if (report.errors > 0 || report.non2xx > 0)
    throw new Error(`${url}: ${report.errors} errors, ${report.non2xx} answers that are not 2xx`)
  return report.requests.total / report.duration
}
