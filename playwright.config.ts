import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/*
 * The journeys, in Chromium, against the built product with a fresh demo city. A file's ending says where it runs:
 *   *.spec.ts            a wide screen
 *   *.phone.spec.ts      a phone, 390 px
 *   *.noscript.spec.ts   with scripting switched off
 *   *.last.spec.ts       after all others, e.g. what must not stand in the server's log (process.env.E2E_LOG)
 */

const port = Number(process.env.E2E_PORT ?? 3131)
const baseURL = `http://localhost:${port}`
const log = '.data/e2e/server.log'
process.env.E2E_LOG = log

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const special = ['**/*.phone.spec.ts', '**/*.noscript.spec.ts', '**/*.last.spec.ts']
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
  outputDir: '.data/e2e/results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? browsers.find((file) => existsSync(file)),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: special, use: wide },
    { name: 'phone', testMatch: '**/*.phone.spec.ts', use: phone },
    { name: 'noscript', testMatch: '**/*.noscript.spec.ts', use: { ...wide, javaScriptEnabled: false } },
    { name: 'last', testMatch: '**/*.last.spec.ts', dependencies: ['desktop', 'phone', 'noscript'], use: wide },
  ],
  webServer: {
    command: `node scripts/serve-e2e.mjs ${port} ${log}`,
    url: `${baseURL}/health`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
