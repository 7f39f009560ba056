import { expect, test } from 'vitest'
import { writeChanges } from '../../src/cli/write-changes'
import { makeApp, packageOn } from './app'

const good = "import { useSession } from 'next-auth/react'"
const changed = good.replace('next-auth/react', 'sessionchart/v4')

test.each([
  ['is no code', "import { a } from 'next-auth/react'\n<<<<<<< HEAD\nconst a = 1\n", 2],
  ['ends too early', "import 'next-auth/react'\nfunction f() {\n", 3],
  [
    'is TypeScript in a .js file',
    "\n\nimport 'next-auth/react'; class A { constructor(private b: string) {} }\n",
    3,
  ],
  ['is in another encoding', Buffer.from("// caf\u00e9\nimport 'next-auth/react'\n", 'latin1'), 1],
  ['is in UTF-16', Buffer.from("\uFEFFimport 'next-auth/react'\n", 'utf16le'), 1],
  ['is in UTF-16 the other way round', Buffer.from("import 'next-auth/react'\n", 'utf16le').swap16(), 1],
  ['is too large', `import 'next-auth/react'\n${'a()\n'.repeat(500_000)}`, 1],
])('reports a file that %s, and goes on', (_, content, line) => {
  const { migrate, read } = makeApp({ 'package.json': packageOn('4'), 'a.js': content, 'b.ts': good })
  const before = read('a.js')
  const { code, out } = migrate('--write')

  expect(out).toContain(`a.js:${line}  cannot be read, so nothing in it is changed: `)
  expect(read('a.js')).toBe(before)
  expect(read('b.ts')).toBe(changed)
  expect(code).toBe(1)
})

test('reports a file that cannot be written, and goes on', () => {
  const { dir } = makeApp({ 'b.ts': good })
  const change = { before: good, after: changed, replaced: ['sessionchart/v4' as const] }
  const migration = writeChanges({
    changes: [
      { ...change, path: 'a.ts', file: `${dir}/nowhere/a.ts` },
      { ...change, path: 'b.ts', file: `${dir}/b.ts` },
    ],
    findings: [],
    honoured: [],
  })

  expect(migration.changes.map(({ path }) => path)).toEqual(['b.ts'])
  expect(migration.findings).toMatchObject([{ path: 'a.ts', kind: 'unwritable', about: /ENOENT/ }])
})
