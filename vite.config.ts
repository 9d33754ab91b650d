import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.txt'])
const MIN_BYTES = 512

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
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, quality))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

/**
 * React Router's package leads every bundler to its development build, and its components are calls that a bundler
 * cannot know to be harmless, so all of them would be kept. This leaves out the warnings and the components that nobody
 * uses: more than a quarter of the router.
 */
function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/.*\.mjs$/ },
      handler: (code) =>
        code
          .replace('var ENABLE_DEV_WARNINGS = true;', 'var ENABLE_DEV_WARNINGS = false;')
          .replaceAll(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1')
          .replaceAll(/^\w+\.displayName = "\w+";$/gm, ''),
    },
  }
}

/**
 * React makes a few errors while it loads, only to know them again by identity. Where a debugger or a test driver
 * listens, the browser notes a place for each error made, and for the first one it reads the whole file again. Plain
 * objects are known again as well. Without a listener this changes nothing.
 */
function quietReact(): Plugin {
  return {
    name: 'quiet-react',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-dom\/cjs\/react-dom-client\.production\.js$/ },
      handler: (code) => code.replaceAll(/(\w+Exception) = Error\(formatProdErrorMessage\(\d+\)\)/g, '$1 = {}'),
    },
  }
}

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
          if (chunk.type !== 'chunk' || !/^app$|Panel$/.test(chunk.name)) continue
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
        }
      },
    },
  }
}

/** Has the browser fetch the app beside the small file that starts it, not after it. */
function fetchAppAtOnce(): Plugin {
  return {
    name: 'fetch-app-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const main = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.name === 'app')
        if (main?.type !== 'chunk') throw new Error('the build has no chunk "app"')
        const nonce = '__CSP_NONCE__'
        const tag = (attrs: Record<string, string | boolean>) => ({ tag: 'link', attrs, injectTo: 'head' as const })
        const scripts = [
          main.fileName,
          ...main.imports.filter((file) => bundle[file]?.type === 'chunk' && !bundle[file].isEntry),
        ]
        return [
          ...scripts.map((file) => tag({ rel: 'modulepreload', crossorigin: true, href: `/${file}`, nonce })),
          ...[...(main.viteMetadata?.importedCss ?? [])].map((file) =>
            tag({ rel: 'stylesheet', crossorigin: true, href: `/${file}`, nonce }),
          ),
        ]
      },
    },
  }
}

export default defineConfig({
  plugins: [react(), leanRouter(), quietReact(), compileAppAtOnce(), fetchAppAtOnce(), precompress()],
  // The server puts a fresh nonce here in every HTML answer.
  html: { cspNonce: '__CSP_NONCE__' },
  css: { modules: { generateScopedName: '[local]_[hash:base64:4]' } },
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        rolldownOptions: {
          output: {
            // What a first page needs is one file: it compresses best as a whole, and nothing waits for a second one.
            codeSplitting: {
              groups: [
                {
                  name: 'early',
                  test: /\/index\.html$|\/src\/early\.ts$|rolldown.runtime|vite.preload-helper/,
                  priority: 2,
                },
                { name: 'app', test: /\/src\/main\.tsx$/, priority: 1 },
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
  builder: {},
})
