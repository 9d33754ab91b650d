// npm run user -- COMMAND USERNAME …: builds when something changed, then changes the account.
import { buildIfNeeded } from './build.mjs'

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/user.js', import.meta.url).href)
