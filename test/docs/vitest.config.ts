import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Of the site as `npm run docs` has built it: `npm run test:docs`.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/docs/*.test.ts'],
    globalSetup: 'test/docs/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.tmp/tests/docs.json' }]] : ['default'],
  },
})
