// npm start: builds when something changed, then serves from this very process, so that signals reach it.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
buildIfNeeded()
await import(new URL('../dist/server/main.js', import.meta.url).href)
