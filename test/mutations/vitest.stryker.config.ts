import { defineConfig } from 'vitest/config'
import main from '../vitest.config'

// What Stryker changes in a folder is shown to the tests of that folder.
const { MUTATED = 'machines' } = process.env

export default defineConfig({
  root: main.root,
  resolve: main.resolve,
  test: {
    include: [`test/${MUTATED}/*.test.ts`],
    // The first reads the charts as texts, and Stryker changes them. The other takes as long as all the rest.
    exclude: ['test/machines/chart-rules.test.ts', 'test/machines/random-walk.test.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
