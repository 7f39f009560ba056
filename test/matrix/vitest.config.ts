import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The packed package in every kind of project that it is for: `npm run test:matrix`. It needs the network and a browser.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/matrix/*.test.ts'],
    globalSetup: 'test/package/pack.ts',
    // Two: each of them starts programs that have many threads.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.tmp/tests/matrix.json' }]] : ['default'],
  },
})
