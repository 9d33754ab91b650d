// npm run migrate: builds when something changed, then brings the schema up to date.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/migrate.js', import.meta.url).href)
