import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject } from './project'

const names = [
  '@babel/plugin-transform-modules-commonjs',
  '@babel/plugin-transform-react-jsx',
  '@testing-library/dom',
  '@testing-library/react',
  'jest',
  'jest-environment-jsdom',
  'react',
  'react-dom',
  'xstate',
]

test('the session of tests and the usual ways of mocking next-auth work in jest, quietly, and leave nothing open', async () => {
  const packages = Object.fromEntries(names.map((name) => [name, name]))
  const { dir, node } = makeProject({ apps: ['jest'], packages })
  const cache = join(dir, '.jest')
  const run = await node([
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--detectOpenHandles',
    '--cacheDirectory',
    cache,
  ])
  expect(run.stderr).not.toContain('open handle')
  expect(run.stderr).toContain('Tests:       22 passed, 22 total')
})
