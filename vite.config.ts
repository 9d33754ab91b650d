import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, defineConfig, type IndexHtmlTransformContext, type Plugin } from 'vite'
import { leanLibraries } from './scripts/lean-libraries.ts'

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.txt'])
const MIN_BYTES = 512
const TARGET = ['chrome111', 'firefox114', 'safari16.4']

/** Writes a brotli and a gzip copy beside each built file, so that the server compresses nothing twice. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle({ dir = 'dist/client' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!COMPRESSIBLE.has(extname(name))) continue
        const content = readFileSync(join(dir, name))
        if (content.length < MIN_BYTES) continue
        // A large block: the usual one splits the app's file where it need not be.
        const quality = {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_LGBLOCK]: 20,
          },
        }
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, quality))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>

/**
 * A first page calls every second function of the app chunk, and a tab most of its panel's. Told so in the first line,
 * Chromium compiles them all while they are downloaded, on another thread, instead of one by one when the page is drawn.
 */
function compileAppAtOnce(): Plugin {
  return {
    name: 'compile-app-at-once',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !/^app$|^index$|Panel$/.test(chunk.name)) continue
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
        }
      },
    },
  }
}

/** What each tab's panel is made of, besides what every page has. */
function panelFiles(bundle: Bundle): Record<string, string[]> {
  const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk')
  return Object.fromEntries(
    ['vehicles', 'orders', 'addresses'].map((tab) => {
      const panel = chunks.find((chunk) => chunk.name.toLowerCase() === `${tab}panel`)
      if (panel === undefined) throw new Error(`the build has no chunk for the tab ${tab}`)
      const own = [panel, ...panel.imports.map((file) => bundle[file])].filter(
        (chunk) => chunk?.type === 'chunk' && !chunk.isEntry && chunk.name !== 'app',
      ) as (typeof panel)[]
      const styles = new Set(own.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
      return [tab, [...own.map((chunk) => chunk.fileName), ...styles].map((file) => `/${file}`)]
    }),
  )
}

/** A script for the page itself, in one piece. */
async function buildScript(entry: string, define: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: { write: false, target: TARGET, lib: { entry, formats: ['iife'], name: 'early', fileName: 'early' } },
  })
  const chunk = [built].flat().flatMap((result) => ('output' in result ? result.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`)
  return chunk.code.trim().replaceAll('</script', '<\\/script')
}

/** Has the browser fetch the app beside the small file that starts it, not after it. */
function fetchAppAtOnce(): Plugin {
  return {
    name: 'fetch-app-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle = {} }) => {
        const main = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.name === 'app')
        if (main?.type !== 'chunk') throw new Error('the build has no chunk "app"')
        const nonce = '__CSP_NONCE__'
        const tag = (attrs: Record<string, string | boolean>) => ({ tag: 'link', attrs, injectTo: 'head' as const })
        // What the app is built on comes first: the glance, which shows the customer before the app is there.
        const chunks = [...main.imports.map((file) => bundle[file]), main].filter(
          (chunk) => chunk?.type === 'chunk' && !chunk.isEntry,
        ) as (typeof main)[]
        const styles = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
        const script = `<script nonce="${nonce}">${await buildScript('src/ask-early.ts', { PANEL_FILES: JSON.stringify(panelFiles(bundle)) })}</script>`
        return {
          html: html.replace('<!--ask-early-->', () => script),
          tags: [
            ...[...styles].map((file) => tag({ rel: 'stylesheet', crossorigin: true, href: `/${file}`, nonce })),
            ...chunks.map((chunk) =>
              tag({ rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}`, nonce }),
            ),
          ],
        }
      },
    },
  }
}

export default defineConfig({
  plugins: [react(), ...leanLibraries(), compileAppAtOnce(), fetchAppAtOnce(), precompress()],
  // The server puts a fresh nonce here in every HTML answer.
  html: { cspNonce: '__CSP_NONCE__' },
  css: { modules: { generateScopedName: '[local]_[hash:base64:4]' } },
  build: {
    target: TARGET,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Scripts find what they import by themselves; styles they do not.
      resolveDependencies: (_file, files) => files.filter((file) => file.endsWith('.css')),
    },
    reportCompressedSize: false,
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        rolldownOptions: {
          output: {
            chunkFileNames: 'assets/[name]-[hash:6].js',
            assetFileNames: 'assets/[name]-[hash:6][extname]',
            // What a first page needs is one file: it compresses best as a whole, and nothing waits for a second one.
            codeSplitting: {
              groups: [
                {
                  name: 'early',
                  test: /\/index\.html$|\/src\/early\.ts$|vite.preload-helper/,
                  priority: 3,
                },
                { name: 'app', test: /\/src\/main\.tsx$/, priority: 1 },
                // What a good answer never needs.
                {
                  name: 'unusual',
                  test: /\/src\/customer\/(?:FailureActions|FailureDetails|MessageBanners|OutcomePanels|WaitForRepeat|info\/Oddities)\.tsx$/,
                },
              ],
            },
          },
        },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: 'dist/server',
        ssr: true,
        copyPublicDir: false,
        target: 'node20',
        rolldownOptions: {
          input: {
            main: 'src/server/main.ts',
            import: 'src/server/import/main.ts',
            user: 'src/server/user/main.ts',
            'verify-audit': 'src/server/audit/main.ts',
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash:6].js' } },
  },
  builder: {},
})
