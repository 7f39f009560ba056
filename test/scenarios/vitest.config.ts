import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import usual from '../vitest.config'

const inPlaceOf = (name: string, path: string) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(path, import.meta.url)),
})

// The scenarios with each library. `npm run compare` reads what comes of it; the usual run has them with ours alone.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: usual.resolve?.alias },
  test: {
    include: ['test/scenarios/*.test.{ts,tsx}', 'test/scenarios/next-auth/better.compare.tsx'],
    restoreMocks: true,
    includeTaskLocation: true,
    maxWorkers: '100%',
    // Some pass an hour of faked time, and many run at once.
    testTimeout: 60_000,
    // What next-auth leaves uncaught is a finding, and ends nothing. Of ours it is an error in the usual run.
    dangerouslyIgnoreUnhandledErrors: true,
    projects: [
      { extends: true, test: { name: 'sessionchart' } },
      {
        extends: true,
        resolve: {
          alias: [
            inPlaceOf('sessionchart/react', './next-auth/react.tsx'),
            inPlaceOf('sessionchart/v4', './next-auth/others.ts'),
            inPlaceOf('sessionchart', './next-auth/others.ts'),
          ],
        },
        test: {
          name: 'next-auth',
          env: { SCENARIOS_WITH: 'next-auth' },
          setupFiles: ['test/scenarios/next-auth/setup.ts'],
        },
      },
    ],
  },
})
