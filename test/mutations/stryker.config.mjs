const { MUTATED = 'machines' } = process.env

/** `npm run mutate:machines`, `npm run mutate:client`. */
export default {
  mutate: [MUTATED === 'machines' ? 'machines/**/*.ts' : `src/${MUTATED}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutations/vitest.stryker.config.ts' },
  coverageAnalysis: 'perTest',
  // What runs as a file is loaded: most of it are the charts, which `npm run mutate:charts` takes apart, and texts.
  // Each of these would take all tests.
  ignoreStatic: true,
  tempDirName: '.tmp/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['.tmp', 'coverage', 'dist', 'docs', 'examples'],
  // Of every mutant it would be said which tests have seen it.
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: true },
  jsonReporter: { fileName: `.tmp/mutations/${MUTATED}.json` },
  thresholds: { high: 95, low: 90, break: 85 },
}
