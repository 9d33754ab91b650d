import { defineConfig } from 'playwright/test'

const isCI = process.env['CI'] === 'true'

export default defineConfig({
  forbidOnly: isCI,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [['list', { printSteps: false }]],
  projects: [
    // Everything without a browser: rules, reading, and the server over HTTP.
    { name: 'unit', testDir: 'src', testMatch: '**/*.test.ts' },
    // What a person does, against the built product.
    { name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts', timeout: 90_000 },
  ],
})
