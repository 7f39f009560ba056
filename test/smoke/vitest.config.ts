import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What needs the network, a browser or minutes: `npm run test:smoke`.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/smoke/*.test.ts'],
    globalSetup: 'test/package/pack.ts',
    fileParallelism: false,
    testTimeout: 300_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.tmp/tests/smoke.json' }]] : ['default'],
  },
})
