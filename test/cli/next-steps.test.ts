import { expect, test } from 'vitest'
import { makeApp, packageOn } from './app'

const file = "import { useSession } from 'next-auth/react'"
const app = { 'package.json': packageOn('4'), 'src/a.ts': file }
const stepsOf = (out: string) => [...out.matchAll(/^Next: (.*)$/gm)].map(([, step]) => step)

test.each([
  ['package-lock.json', 'npm install sessionchart'],
  ['yarn.lock', 'yarn add sessionchart'],
  ['pnpm-lock.yaml', 'pnpm add sessionchart'],
  ['bun.lock', 'bun add sessionchart'],
  ['bun.lockb', 'bun add sessionchart'],
])('with %s: %s', (lock, step) => {
  const { migrate } = makeApp({ ...app, [lock]: '' })

  expect(stepsOf(migrate().out)).toEqual([step])
  expect(stepsOf(migrate('--write').out)).toEqual([step])
})

test.each(['dependencies', 'devDependencies', 'peerDependencies'])('nothing where it is in %s', (kind) => {
  const dependencies = { 'next-auth': '4' }
  const manifest = JSON.stringify({ dependencies, [kind]: { ...dependencies, sessionchart: '^0.1.0' } })
  const { migrate, read } = makeApp({ ...app, 'package.json': manifest })

  expect(stepsOf(migrate('--write').out)).toEqual([])
  expect(read('package.json')).toBe(manifest)
})

test('names the packages of a monorepo, each once', () => {
  const { migrate } = makeApp({
    'package.json': '{}',
    'pnpm-lock.yaml': '',
    'apps/a/package.json': packageOn('4'),
    'apps/a/src/package.json': '{ "type": "module" }',
    'apps/a/src/a.ts': file,
    'apps/a/src/b.ts': file,
    'apps/b/package.json': packageOn('5'),
    'apps/b/a.ts': file,
    'apps/c/package.json': packageOn('5'),
    'apps/c/a.ts': 'export {}',
  })

  expect(stepsOf(migrate().out)).toEqual([
    'cd apps/a && pnpm add sessionchart',
    'cd apps/b && pnpm add sessionchart',
  ])
})

test('names the package around the files where none lists next-auth', () => {
  const { migrate } = makeApp({ 'package.json': '{}', 'ui/package.json': '{}', 'ui/src/a.ts': file })

  expect(stepsOf(migrate('--to', 'v4').out)).toEqual(['cd ui && npm install sessionchart'])
})

test.each([
  ['g 5', "cd 'g 5' && npm install sessionchart"],
  ["it's", "cd 'it'\\''s' && npm install sessionchart"],
  ['$(a)/@b', "cd '$(a)/@b' && npm install sessionchart"],
  ['a.b/@c-d_1', 'cd a.b/@c-d_1 && npm install sessionchart'],
])('can be copied for the folder %s', (folder, step) => {
  const { migrate } = makeApp({ [`${folder}/package.json`]: packageOn('4'), [`${folder}/a.ts`]: file })

  expect(stepsOf(migrate().out)).toEqual([step])
})

test('nothing where nothing changes', () => {
  const { migrate } = makeApp({ ...app, 'src/a.ts': 'export {}' })

  expect(migrate()).toEqual({
    code: 0,
    out: 'Nothing to change: no module here is taken from next-auth/react.\n',
    err: '',
  })
})

test('changes package.json in no case', () => {
  const { migrate, read } = makeApp(app)
  migrate('--write')

  expect(read('package.json')).toBe(app['package.json'])
})
