import { expect, test, vi } from 'vitest'
import { chooseTarget } from '../../src/cli/choose-target'
import { planMigration } from '../../src/cli/migration'
import { makeApp, packageOn } from './app'

vi.mock('../../src/cli/choose-target', { spy: true })

const file = "import { useSession } from 'next-auth/react'\n"
const template = '{ "name": "{{name}}", }'
const apps = {
  'apps/a/package.json': packageOn('^4.24.0'),
  'apps/a/a.ts': file,
  'apps/b/package.json': packageOn('5.0.0-beta.32'),
  'apps/b/b.ts': file,
}
const linesOf = (out: string) => out.split('\n').filter((line) => /^ {2}\S+:\d/.test(line))

test.each([
  ['>=4', 'which tells neither v4 nor v5'],
  ['beta', 'which tells neither v4 nor v5'],
  ['^4 || ^5', 'which tells neither v4 nor v5'],
  ['catalog:', 'and the catalog (of pnpm-workspace.yaml, or the like) is not read'],
  ['catalog:auth', 'and the catalog (of pnpm-workspace.yaml, or the like) is not read'],
])('a package on "%s" stays, and the others are migrated', (range, reason) => {
  const ui = { 'packages/ui/package.json': packageOn(range), 'packages/ui/src/x.ts': file }
  const { migrate, read } = makeApp({ ...apps, ...ui })
  const { code, out, err } = migrate('--write')

  expect(linesOf(out)).toEqual([
    `  packages/ui/src/x.ts:1  stays: next-auth is "${range}" here, ${reason}. Say which: sessionchart migrate packages/ui --to react or --to v4`,
  ])
  expect(read('apps/a/a.ts')).toContain('sessionchart/v4')
  expect(read('apps/b/b.ts')).toContain('sessionchart/react')
  expect(read('packages/ui/src/x.ts')).toBe(file)
  expect([code, err]).toEqual([1, ''])
})

test('what it says to type works', () => {
  const ui = { 'my ui/package.json': packageOn('>=4'), 'my ui/x.ts': file }
  const { command, migrate, read } = makeApp({ ...apps, ...ui })

  expect(migrate().out).toContain("sessionchart migrate 'my ui' --to react or --to v4")
  expect(command('migrate', 'my ui', '--to', 'react', '--write').code).toBe(0)
  expect(read('my ui/x.ts')).toContain('sessionchart/react')
  expect(read('apps/a/a.ts')).toBe(file)
})

test('does not send anybody further out than the path', () => {
  const { migrate } = makeApp({ 'package.json': packageOn('*'), 'src/a/x.ts': file, 'src/b.ts': file })

  expect(migrate('src/a').err).toContain('sessionchart migrate src/a --to react')
  expect(migrate('src/b.ts').err).toContain('sessionchart migrate src/b.ts --to react')
  expect(migrate().err).toContain('sessionchart migrate --to react')
})

test('names what can be read in a file beside what is undecided', () => {
  const text = `${file}import { signIn } from 'next-auth/webauthn'\njest.mock('next-auth/react')\n`
  const { migrate } = makeApp({ ...apps, 'ui/package.json': '{}', 'ui/x.ts': text })

  expect(linesOf(migrate().out).map((line) => line.slice(0, 40))).toEqual([
    '  ui/x.ts:1  stays: next-auth is neither',
    '  ui/x.ts:2  next-auth/webauthn: session',
    '  ui/x.ts:3  stays: next-auth is neither',
  ])
})

test('does nothing where nothing is decided, and says each reason once', () => {
  const { migrate, read } = makeApp({
    'a/package.json': packageOn('*'),
    'a/x.ts': file + file,
    'a/y.ts': file,
    'b/package.json': packageOn('beta'),
    'b/z.ts': file,
  })

  expect(migrate('--write')).toEqual({
    code: 2,
    out: '',
    err: `sessionchart: it is open whether imports become sessionchart/react (next-auth v5) or sessionchart/v4 (next-auth v4)
a/x.ts: next-auth is "*" here, which tells neither v4 nor v5. Say which: sessionchart migrate a --to react or --to v4
b/z.ts: next-auth is "beta" here, which tells neither v4 nor v5. Say which: sessionchart migrate b --to react or --to v4
`,
  })
  expect(read('a/x.ts')).toBe(file + file)
})

test('reports what was found where something is decided, although nothing changes', () => {
  const missing = "import auth from 'next-auth/react'"
  const { code, out } = makeApp({
    ...apps,
    'apps/a/a.ts': missing,
    'apps/b/b.ts': '',
    'x.ts': file,
  }).migrate()

  expect(linesOf(out)).toHaveLength(2)
  expect(code).toBe(1)
})

test('a package.json that cannot be read stops nothing but the files it is the nearest for', () => {
  const { dir, migrate, read } = makeApp({
    ...apps,
    'package.json': packageOn('4'),
    'templates/t/package.json': template,
    'templates/t/src/x.ts': file,
    'templates/u/package.json': template,
    'templates/u/y.ts': 'export {}',
    'y.ts': file,
  })
  const { code, out } = migrate('--write')

  expect(linesOf(out)).toHaveLength(1)
  expect(out).toContain(
    `  templates/t/src/x.ts:1  stays: ${dir}/templates/t/package.json cannot be read: SyntaxError: `,
  )
  expect(out).toContain('. Say which: sessionchart migrate templates/t --to react or --to v4\n')
  expect(out).toContain('3 files changed: 1 sessionchart/react, 2 sessionchart/v4')
  expect(read('templates/t/src/x.ts')).toBe(file)
  expect(code).toBe(1)
})

test('a package.json that cannot be read counts for nothing where --to or what is installed decides', () => {
  const files = { 't/package.json': template, 't/x.ts': file, 'package.json': packageOn('4') }
  const installed = { 'node_modules/next-auth/package.json': '{ "version": "5.0.0" }' }

  expect(makeApp(files).migrate('--to', 'v4').out).toContain('1 file to change: 1 sessionchart/v4')
  expect(makeApp({ ...files, ...installed }).migrate().out).toContain(
    '1 file to change: 1 sessionchart/react',
  )
})

test.each(['package.json', 'node_modules/next-auth/package.json'])('the only %s cannot be read', (path) => {
  const { code, err } = makeApp({ [path]: '{ "a', 'a.ts': file }).migrate()

  expect(err).toMatch(/package\.json cannot be read: SyntaxError/)
  expect(code).toBe(2)
})

test('looks for next-auth once for each folder', () => {
  const text = "import { useSession, signIn, signOut } from 'next-auth/react'\njest.mock('next-auth/react')"
  const { dir } = makeApp({
    'package.json': packageOn('4'),
    'src/a.ts': text,
    'src/b.ts': text,
    'src/c.ts': text,
  })
  planMigration(dir, '.', undefined)

  const asked = vi.mocked(chooseTarget).mock.calls.map(([path]) => path)

  expect(asked.filter((path) => path.startsWith(dir))).toEqual([`${dir}/src/a.ts`])
})
