// npm run import -- FILE: builds when something changed, then loads the file.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/import.js', import.meta.url).href)
