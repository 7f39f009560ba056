import { expect, test } from 'vitest'
import { makeApp, packageOn } from './app'

const file = "import { useSession } from 'next-auth/react'"
const installed = (version: string) => JSON.stringify({ name: 'next-auth', version })

test.each([
  ['4.24.15', 'sessionchart/v4'],
  ['^4.0.0', 'sessionchart/v4'],
  ['~4.24', 'sessionchart/v4'],
  ['4', 'sessionchart/v4'],
  ['4.x', 'sessionchart/v4'],
  ['5.0.0-beta.32', 'sessionchart/react'],
  ['^5.0.0-beta.4', 'sessionchart/react'],
  ['npm:next-auth@^5.1.0', 'sessionchart/react'],
  ['workspace:^5', 'sessionchart/react'],
])('the range %s means %s', (range, target) => {
  const { migrate, read } = makeApp({ 'package.json': packageOn(range), 'a.ts': file })

  expect(migrate('--write').code).toBe(0)
  expect(read('a.ts')).toBe(file.replace('next-auth/react', target))
})

test.each([
  'beta',
  'latest',
  '*',
  '>=4',
  '^4.0.0 || ^5.0.0-0',
  '>=4 <6',
  '4 - 5',
  'catalog:',
  '^3.29.0',
  'git+ssh://a/4.0',
  '40.1',
])('of %s it cannot tell, says so, and does nothing', (range) => {
  const { migrate, read } = makeApp({ 'package.json': packageOn(range), 'a.ts': file })
  const { code, out, err } = migrate('--write')

  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('a.ts: next-auth is')
  expect(err).toContain(range)
  expect(err).toContain('--to react or --to v4')
  expect(read('a.ts')).toBe(file)
})

test('without next-auth it cannot tell', () => {
  const { err } = makeApp({ 'package.json': '{}', 'a.ts': file }).migrate()

  expect(err).toContain('neither installed nor listed')
})

test.each(['react', 'v4'])('--to %s says it', (to) => {
  const { migrate, read } = makeApp({ 'package.json': packageOn('*'), 'a.ts': file })

  expect(migrate('--write', '--to', to).code).toBe(0)
  expect(read('a.ts')).toContain(`'sessionchart/${to}'`)
})

test('what is installed counts more than what is listed', () => {
  const { migrate, read } = makeApp({
    'package.json': packageOn('^4.0.0 || ^5.0.0-0'),
    'node_modules/next-auth/package.json': installed('5.0.0-beta.32'),
    'src/a.ts': file,
  })
  migrate('--write')

  expect(read('src/a.ts')).toContain('sessionchart/react')
})

test('each package of a monorepo has its own', () => {
  const { migrate, read } = makeApp({
    'package.json': '{ "workspaces": ["apps/*"] }',
    'node_modules/next-auth/package.json': installed('4.24.15'),
    'apps/old/package.json': packageOn('*'),
    'apps/old/src/a.ts': file,
    'apps/new/package.json': packageOn('*'),
    'apps/new/node_modules/next-auth/package.json': installed('5.0.0-beta.32'),
    // Says no more than how Node reads the files beside it.
    'apps/new/src/package.json': '{ "type": "module" }',
    'apps/new/src/a.ts': file,
    'apps/new/src/b.ts': file,
  })
  const { out } = migrate('--write')

  expect(read('apps/old/src/a.ts')).toContain('sessionchart/v4')
  expect(read('apps/new/src/a.ts')).toContain('sessionchart/react')
  expect(out).toContain('3 files changed: 2 sessionchart/react, 1 sessionchart/v4')
})

test('finds the range in a package.json further out', () => {
  const { migrate, read } = makeApp({
    'package.json': JSON.stringify({ devDependencies: { 'next-auth': '^4.1.0' } }),
    'src/package.json': '{ "type": "module" }',
    'src/a.ts': file,
  })
  migrate('--write')

  expect(read('src/a.ts')).toContain('sessionchart/v4')
})

test('reads a package.json with a byte order mark', () => {
  const { migrate, read } = makeApp({ 'package.json': `\uFEFF${packageOn('4')}`, 'a.ts': file })

  expect(migrate('--write').code).toBe(0)
  expect(read('a.ts')).toContain('sessionchart/v4')
})
