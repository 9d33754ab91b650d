// npm run customer -- show|delete UUID: builds when something changed, then shows or takes out what is stored.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/customer.js', import.meta.url).href)
