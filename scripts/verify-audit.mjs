// npm run verify-audit: builds when something changed, then checks the audit record against its seals.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/verify-audit.js', import.meta.url).href)
