import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, defaultClientConditions, defineConfig, type IndexHtmlTransformContext, type Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }

/** The app is built once for each language, so that a page carries the words of its own and no others. */
const LANGUAGE = process.env['DESK_LANGUAGE'] ?? 'en-US'
const CONDITIONS = [LANGUAGE, ...defaultClientConditions]

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.txt'])
const MIN_BYTES = 512
const NONCE = '__CSP_NONCE__'
// `chrome >= 111` is `chrome111` here.
const TARGET = manifest.browserslist.map((browser) => browser.replace(' >= ', ''))

/** Each with the modules that make it, the most urgent first. */
const FILES: [name: string, test: RegExp][] = [
  ['app', /\/src\/main\.tsx$|vite\/preload-helper/],
  ['orders', /\/OrdersPanel\.tsx$/],
  ['orders-tools', /\/OrdersTools\.tsx$/],
  ['panels', /\/(?:VehiclesPanel|AddressesPanel|TimelinePanel|PrintedRecord)\.tsx$/],
]

/** Writes a brotli and a gzip copy beside each built file, so that the server compresses nothing twice. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!COMPRESSIBLE.has(extname(name))) continue
        const content = readFileSync(join(dir, name))
        if (content.length < MIN_BYTES) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

/** Puts the script that must run before every file into the page itself. */
function inlineBoot(): Plugin {
  return {
    name: 'inline-boot',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle = {} }) => {
        const script = (
          await buildScript('src/boot/page.ts', { TAB_FILES: JSON.stringify(tabFiles(bundle)) })
        ).replaceAll('</script', '<\\/script')
        return html
          .replace('<!--boot-->', () => `<script nonce="${NONCE}">${script}</script>`)
          .replace('__DESK_LANGUAGE__', LANGUAGE)
      },
    },
  }
}

/** The files that hold each tab's panel; none while developing. */
function tabFiles(bundle: NonNullable<IndexHtmlTransformContext['bundle']>): Record<string, string[]> {
  const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk')
  const filesWith = (module: string) =>
    chunks
      .filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(module)))
      .flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])].map((file) => `/${file}`))
  return {
    vehicles: filesWith('/VehiclesPanel.tsx'),
    orders: filesWith('/OrdersPanel.tsx'),
    addresses: filesWith('/AddressesPanel.tsx'),
    timeline: filesWith('/TimelinePanel.tsx'),
  }
}

/** A script in one piece. */
async function buildScript(entry: string, define: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    resolve: { conditions: CONDITIONS },
    build: { write: false, target: TARGET, lib: { entry, formats: ['iife'], name: 'boot', fileName: 'boot' } },
  })
  const chunk = [built].flat().flatMap((result) => ('output' in result ? result.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`)
  return chunk.code.trim()
}

export default defineConfig({
  plugins: [react(), inlineBoot(), precompress()],
  // The server puts a fresh nonce here in every HTML answer.
  html: { cspNonce: NONCE },
  build: {
    target: TARGET,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the first load may weigh is held by a test, as it is sent.
    chunkSizeWarningLimit: 600,
  },
  environments: {
    client: {
      resolve: { conditions: CONDITIONS },
      build: {
        outDir: `dist/client/${LANGUAGE}`,
        rolldownOptions: {
          output: {
            // What is needed together is one file with all that it imports: fewer requests, and it compresses better. What
            // two of them need is in the first.
            codeSplitting: {
              groups: FILES.map(([name, test], place) => ({ name, test, priority: FILES.length - place })),
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
            export: 'src/server/export/main.ts',
            migrate: 'src/server/db/main.ts',
            user: 'src/server/user/main.ts',
            customer: 'src/server/customers/main.ts',
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
