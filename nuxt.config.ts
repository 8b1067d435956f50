import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What citizens' forms are made of: parts, their composables, the isomorphic layer, what the framework shares; nothing of the desk. */
const FORM_PARTS = new RegExp(
  [
    'components/ui/Ui(?!Inbox|Split|Pager|Tabs|Numbers|Panel|Timeline|Search|Tag|Breadcrumb|Empty|Day|Part|Point|Signature|Table|File|Rows)',
    'components/(forms|apply)/(?!rare/|Check|Consent|DraftChanges|Pick|StepNotes)',
    'components/site/Site(?!DeskNav|Header|Footer|Session)',
    'composables/use(?!Desk|Service|Due|Shortcuts|Guidance|Print|Looks|Queue)',
    'layouts/form',
    '/utils(?!/materialWay)',
    'node_modules/.+/shared',
    '/shared/(calendar|rules)/',
    '/shared/(problem|format|forms/field-rules)\\.ts',
    '/shared/elements/(?!(value|types)\\.ts|rare/)',
    '/shared/contract/(contract|fields|drafts|kept|session)\\.ts',
  ].join('|'),
)

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  devtools: { enabled: false },
  telemetry: false,
  ssr: true,
  css: ['~/assets/css/main.css'],
  components: [{ path: '~/components', pathPrefix: false, extensions: ['vue'] }],
  features: { inlineStyles: false },
  experimental: {
    appManifest: false,
    payloadExtraction: false,
    viewTransition: false,
    emitRouteChunkError: false,
    entryImportMap: false,
  },
  alias: {
    '#db': here('./db'),
    '#domain': here('./server/domain'),
    '#server': here('./server'),
  },
  // Two addresses for every page: Chinese at the root, English below /en. Nothing varies by cookie.
  hooks: {
    // vue-router has a useLink too, and its auto-import would silently win over ours.
    'imports:extend'(imports) {
      for (const each of imports) if (each.name === 'useLink') each.priority = 1
    },
    // One record serves both: the router is made anew for each request, so every record counts.
    'pages:extend'(pages) {
      for (const page of pages) page.path = `/:lang(en)?${page.path === '/' ? '' : page.path}`
    },
    'pages:routerOptions'({ files }) {
      files.push({ path: here('./utils/router-options.ts') })
    },
  },
  vite: {
    // No component uses the options API: Vue leaves its code out.
    define: { __VUE_OPTIONS_API__: false },
    $client: {
      build: {
        // A page's own scripts stand in its HTML; a list of what every other page would need weighs 2 KB.
        modulePreload: false,
        rolldownOptions: {
          output: {
            // Thirty tiny files compress worse than one.
            codeSplitting: {
              groups: [
                {
                  name: 'form-parts',
                  test: FORM_PARTS,
                },
              ],
            },
          },
        },
      },
    },
  },
  nitro: {
    // The interface's texts, as the pages that are hydrated load them. Their address changes with their content.
    publicAssets: [{ dir: here('./locales'), baseURL: '/texts', maxAge: 3600 }],
    compressPublicAssets: { gzip: true, brotli: true },
    esbuild: { options: { target: 'node22' } },
    externals: { external: ['better-sqlite3', 'harfbuzzjs', 'pdf-lib', 'postgres'] },
  },
  // Only citizens' forms and the desk ship the framework's script; everything else is whole without it.
  routeRules: Object.fromEntries(
    [
      '/',
      '/sign-in',
      '/events/**',
      '/items/**',
      '/divisions',
      '/divisions/**',
      '/search',
      '/policies/**',
      '/hotline/**',
      '/verify/**',
      '/about/**',
      '/my/**',
      '/cases/*',
      '/invitations/**',
      '/publicity',
      '/enterprise/**',
      '/halls/**',
      '/ratings/**',
      '/counter-screen',
    ].flatMap((path) =>
      [path, path === '/' ? '/en' : `/en${path}`].map((each) => [each, { noScripts: true }]),
    ),
  ),
  typescript: {
    strict: true,
    typeCheck: false,
    tsConfig: {
      compilerOptions: {
        noUncheckedIndexedAccess: true,
        allowImportingTsExtensions: true,
        erasableSyntaxOnly: true,
      },
      exclude: ['../server/**', '../db/**', '../test/**', '../scripts/**'],
    },
  },
})
