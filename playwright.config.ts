import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/*
 * The journeys, in Chromium, against the built product with a fresh demo city. A file's ending says where it runs:
 *   *.e2e.ts                  a wide screen
 *   *-phone.e2e.ts            a phone, 390 px
 *   *-without-script.e2e.ts   with scripting switched off
 *   *-exchange-down.e2e.ts    after all these, alone: the registers of the whole city are down meanwhile
 *   *-in-logs.e2e.ts          last: what must not stand in the server's log of the whole run (process.env.E2E_LOG)
 */

/** Asked for in a process of its own: a configuration cannot wait. */
function freePort(): string {
  const ask = `require('net').createServer().listen(0, function () {
    process.stdout.write(String(this.address().port))
    this.close()
  })`
  return execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' })
}

// The workers read this file too, and find here what the first process chose.
const port = (process.env.E2E_PORT ??= freePort())
const log = (process.env.E2E_LOG ??= '.data/e2e/server.log')
const baseURL = `http://localhost:${port}`

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const PHONE = '**/*-phone.e2e.ts'
const NO_SCRIPT = '**/*-without-script.e2e.ts'
const ALONE = '**/*-exchange-down.e2e.ts'
const LAST = '**/*-in-logs.e2e.ts'
const wide = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
const phone = {
  ...devices['Desktop Chrome'],
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '.data/e2e/results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? browsers.find((file) => existsSync(file)),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // A camera that shows a test picture, for the document camera.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: [PHONE, NO_SCRIPT, ALONE, LAST], use: wide },
    { name: 'phone', testMatch: PHONE, use: phone },
    { name: 'noscript', testMatch: NO_SCRIPT, use: { ...wide, javaScriptEnabled: false } },
    { name: 'alone', testMatch: ALONE, dependencies: ['desktop', 'phone', 'noscript'], use: wide },
    { name: 'last', testMatch: LAST, dependencies: ['alone'], use: wide },
  ],
  webServer: {
    command: `node scripts/serve-e2e.mjs ${port} ${log}`,
    url: `${baseURL}/health`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
