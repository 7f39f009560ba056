import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ByProcess } from './support/by-process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const entries = {
  sessionchart: 'src/index.ts',
  'sessionchart/client': 'src/client/index.ts',
  'sessionchart/devtools': 'src/devtools/index.ts',
  'sessionchart/devtools/panel': 'src/devtools/panel.ts',
  'sessionchart/engine': 'src/engine/index.ts',
  'sessionchart/inspect': 'src/inspect/index.ts',
  'sessionchart/late-engine': 'src/late-engine/elsewhere.ts',
  'sessionchart/machines': 'machines/index.ts',
  'sessionchart/machines/flows': 'machines/flows.ts',
  'sessionchart/machines/memory': 'machines/memory.ts',
  'sessionchart/machines/session': 'machines/session.ts',
  'sessionchart/react': 'src/react/index.ts',
  'sessionchart/testing': 'src/testing/index.ts',
  'sessionchart/testing/msw': 'src/testing/msw/index.ts',
  'sessionchart/testing/server': 'src/testing/server/index.ts',
  'sessionchart/v4': 'src/v4/index.ts',
}

const packed = { globalSetup: 'test/package/pack.ts', testTimeout: 120_000 }

const inBrowser = {
  globalSetup: 'test/browser/global-setup.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
  // They wait about as much as they compute. With more of them, what has to happen within a poll comes too late.
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
  // What a file imports takes longer than most of its tests.
  isolate: false,
}
// Of what is tried in a browser, and of what is done with the packed package, `npm test` tries what most depends on it.
// The rest has runs of its own.
const pages = ['mount', 'openid', 'sign-in', 'sign-out', 'tabs'].map((name) => `test/browser/${name}.test.ts`)
const ofPackage = ['bytes', 'contents', 'one-instance', 'output', 'surface'].map(
  (name) => `test/package/${name}.test.ts`,
)
/** What packages of next-auth remember would be known to the next file of a process: each of these has one to itself. */
const besideNextAuth = ['parity', 'testing/msw'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)
/** They check types of whole projects, run tests in processes of their own, or draw all charts. */
const ofDocs = ['test/snippets/*.test.ts', 'test/testing/recipes.test.ts', 'test/diagrams.test.ts']

const reports: Record<string, string> = { 'test:apps': 'apps', 'test:pages': 'pages' }
const report = reports[process.env.npm_lifecycle_event ?? ''] ?? 'unit'

/** How many of a hundred statements of a folder the tests run at least. */
const bounds = { machines: 100, src: 95 }

export default defineConfig({
  root,
  resolve: {
    alias: Object.entries(entries).map(([name, path]) => ({
      find: new RegExp(`^${name}$`),
      replacement: `${root}${path}`,
    })),
  },
  test: {
    sequence: { sequencer: ByProcess },
    restoreMocks: true,
    // Vitest leaves one processor idle, which is half of two.
    maxWorkers: '100%',
    testTimeout: 20_000,
    reporters: [
      'default',
      ['./test/support/statement-report.ts', { bounds }],
      ...(process.env.CI ? [['json', { outputFile: `.tmp/tests/${report}.json` }] as ['json', object]] : []),
    ],
    // Counted where it is turned on, as by `npm run test:unit`: some files alone would never reach the bounds. What a
    // page in a browser runs, or a program of its own, as the packed command, is not seen: tests in Node run it too.
    coverage: {
      include: ['machines/**', 'src/**'],
      // The first name is that of a folder in here, too; what is in the other files are types.
      exclude: ['test/**', '**/*.d.ts'],
      reporter: [],
      reportsDirectory: '.tmp/coverage',
      thresholds: Object.fromEntries(
        Object.entries(bounds).map(([folder, statements]) => [`${folder}/**`, { statements }]),
      ),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: 'test/support/fresh-start.ts',
          exclude: [
            'test/browser/**',
            'test/cli/fixture/**',
            'test/docs/**',
            'test/many-tabs/**',
            'test/matrix/**',
            'test/package/**',
            'test/smoke/**',
            ...ofDocs,
            ...besideNextAuth,
          ],
        },
      },
      {
        extends: true,
        test: { name: 'next-auth', include: besideNextAuth },
      },
      {
        extends: true,
        test: { ...packed, name: 'package', include: ofPackage },
      },
      {
        extends: true,
        test: { ...packed, name: 'apps', include: ['test/package/*.test.ts', ...ofDocs], exclude: ofPackage },
      },
      {
        extends: true,
        test: { ...inBrowser, name: 'browser', include: pages },
      },
      {
        extends: true,
        test: { ...inBrowser, name: 'pages', include: ['test/browser/*.test.ts'], exclude: pages },
      },
    ],
  },
})
