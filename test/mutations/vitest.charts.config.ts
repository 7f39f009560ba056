import { defineConfig } from 'vitest/config'
import main from '../vitest.config'

// Takes things out of the charts: `npm run mutate:charts`.
export default defineConfig({
  root: main.root,
  resolve: main.resolve,
  test: { include: ['test/mutations/charts.mutants.ts'], testTimeout: 60_000 },
})
