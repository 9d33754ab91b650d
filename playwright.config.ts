import { defineConfig } from 'playwright/test'

const isCI = process.env['CI'] === 'true'

export default defineConfig({
  forbidOnly: isCI,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Far from what a test takes: a busy machine is no fault of the product.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list', { printSteps: false }]],
  projects: [
    // Everything without a browser: rules, reading, and the server over HTTP.
    { name: 'unit', testDir: 'src', testMatch: '**/*.test.ts' },
    // What a person does, against the built product.
    { name: 'e2e data', testDir: 'e2e', testMatch: 'data.setup.ts', timeout: 120_000 },
    { name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts', timeout: 180_000, dependencies: ['e2e data'] },
  ],
})
