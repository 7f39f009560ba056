import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Minutes of many real tabs, one file after the other: `npm run test:tabs`.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/many-tabs/*.test.ts'],
    globalSetup: 'test/many-tabs/global-setup.ts',
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.tmp/tests/tabs.json' }]] : ['default'],
  },
})
