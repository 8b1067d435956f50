import { defineNuxtConfig } from 'nuxt/config'

/** The bare server of the same framework that `pages` compares with: one page, one line of JSON, nothing of ours. */
export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  devtools: { enabled: false },
  telemetry: false,
  buildDir: '../../../.data/bench/bare/build',
  nitro: { output: { dir: '../../../.data/bench/bare/output' } },
})
