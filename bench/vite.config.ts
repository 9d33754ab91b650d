import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../dist/bench'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: here('main.ts'),
        front: here('front.ts'),
        upstream: here('upstream.ts'),
        'same-bytes': here('same-bytes.ts'),
        'stored-read': here('stored-read.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
