// npm start: builds when something changed, then serves from this very process, so that signals reach it.
import { buildIfNeeded } from './build.mjs'

// npm hands a signal to the shell between it and this process, and the shell keeps it: when that shell is
// gone, the stop was meant for us.
const shell = process.ppid
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

process.env.NODE_ENV = 'production'
await buildIfNeeded()
await import(new URL('../dist/server/main.js', import.meta.url).href)
