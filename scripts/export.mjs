// npm run export -- FILE: builds when something changed, then writes what is stored as an import file.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/export.js', import.meta.url).href)
