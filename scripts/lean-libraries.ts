import type { Plugin } from 'vite'

// What a first page would load of other people's code and never run. The budgets of the first load say what it saves.

/** For the build of the app. */
export const leanLibraries = (): Plugin[] => [leanRouter(), leanStyles(), leanReact(), quietReact()]

/** The last argument of a check, in words. */
const ROUTER_ADVICE =
  /,\s*(?:\/\/[^\n]*\n\s*)*(?:`(?=[^`]* )[A-Z<u](?:\\.|[^`\\])*`|"(?=[^"]* )[A-Z<u](?:\\.|[^"\\])*")\s*\)(?=;?\n)|(?<=return )`Cannot include a (?:\\.|[^`\\])*`/g

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
        // What a class extends is looked at when the class is made, unless it is a plain name.
        `import { Component as RouterComponent } from 'react'\n${code}`
          .replaceAll(/extends React\d*\.Component\b/g, 'extends RouterComponent')
          .replace('var ENABLE_DEV_WARNINGS = true;', 'var ENABLE_DEV_WARNINGS = false;')
          .replaceAll(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1')
          .replaceAll(/^\w+\.displayName = "\w+";$/gm, '')
          // What the router says of mistakes in the code that uses it; a build is past those.
          .replaceAll(ROUTER_ADVICE, (advice) => (advice.startsWith(',') ? ', "React Router")' : '"React Router"')),
    },
  }
}

/** What React offers for fetching files by hand, for servers and for its compiler: one object holds all, so none is left out otherwise. */
function leanReact(): Plugin {
  const unused =
    /^exports\.(?:preconnect|prefetchDNS|preinit|preinitModule|preload|preloadModule|useFormState|useFormStatus|cache|cacheSignal|useActionState|useOptimistic|unstable_\w+) = function[\s\S]*?^\};\n/gm
  return {
    name: 'lean-react',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react(?:-dom)?\/cjs\/react(?:-dom)?\.production\.js$/ },
      handler: (code) => code.replace(unused, ''),
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
 * A chunk that is asked for brings its styles along. Vite's own way of fetching them serves every browser and every
 * kind of file; here they are styles only, in a browser that has modules. What could not be had is asked for again.
 */
function leanStyles(): Plugin {
  return {
    name: 'lean-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => `
        const asked = new Map()
        const fetchStyles = (file) => {
          const link = document.createElement('link')
          const done = new Promise((resolve, reject) => {
            link.onload = resolve
            link.onerror = () => {
              asked.delete(file)
              link.remove()
              reject(new Error('no styles: ' + file))
            }
          })
          link.rel = 'stylesheet'
          link.crossOrigin = ''
          link.nonce = document.querySelector('meta[property=csp-nonce]').nonce
          link.href = '/' + file
          document.head.append(link)
          asked.set(file, done)
          return done
        }
        // Those that the page itself asks for hold back its drawing anyway.
        const isInPage = (file) => document.querySelector('link[href="/' + file + '"]') !== null
        const styles = (file) => asked.get(file) ?? (isInPage(file) ? undefined : fetchStyles(file))
        export const __vitePreload = (load, files = []) => Promise.all(files.map(styles)).then(load)
      `,
    },
  }
}
