import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = (path: string) => `${root}${path}`

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^sessionchart$/, replacement: source('src/index.ts') },
      { find: /^sessionchart\/react$/, replacement: source('src/react/index.ts') },
      { find: /^sessionchart\/v4$/, replacement: source('src/v4/index.ts') },
      { find: /^sessionchart\/machines$/, replacement: source('machines/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
