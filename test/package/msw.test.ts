import { expect, test } from 'vitest'
import { makeProject } from './project'
import { typecheck } from './typecheck'

test('the handlers for msw answer in node:test', async () => {
  const { node } = makeProject({ apps: ['msw'], packages: { msw: 'msw', xstate: 'xstate' } })
  const { stdout } = await node(['--test', '--test-reporter=tap', 'handlers.test.mjs'])
  expect(stdout).toContain('# pass 2')
})

test.each<{ version: string; file: string; packages: Record<string, string> }>([
  { version: 'v5', file: 'v5.ts', packages: { 'next-auth': 'next-auth', '@auth/core': '@auth/core' } },
  { version: 'v4', file: 'v4.ts', packages: { 'next-auth': 'next-auth-v4' } },
])('they take the callbacks of a $version server', ({ file, packages }) => {
  const names = ['msw', 'xstate', 'react', '@types/react', 'csstype', '@types/node', 'undici-types']
  const all = { ...Object.fromEntries(names.map((name) => [name, name])), ...packages }
  const { dir } = makeProject({ apps: ['msw'], packages: all })

  expect(typecheck(dir, [file], 'bundler', { types: ['node'] })).toEqual([])
})
