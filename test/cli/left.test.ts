// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is code in strings
import { describe, expect, test } from 'vitest'
import type { FindingKind } from '../../src/cli/findings'
import { rewrite } from '../../src/cli/rewrite'
import { makeApp, packageOn } from './app'

const at = (line: number) => '\n'.repeat(line - 1)
const look = (text: string, path = 'file.tsx') => rewrite(text, path, () => 'sessionchart/v4')

test.each<[kind: FindingKind, text: string, about: string]>([
  ['passkeys', "import { signIn } from 'next-auth/webauthn'", 'next-auth/webauthn'],
  ['passkeys', "jest.mock('next-auth/webauthn')", 'next-auth/webauthn'],
  ['passkeys', "const a = () => import('next-auth/webauthn')", 'next-auth/webauthn'],
  ['version3', "import { Provider } from 'next-auth/client'", 'next-auth/client'],
  ['version3', "const { useSession } = require('next-auth/client')", 'next-auth/client'],
  ['deep', "import type { A } from 'next-auth/react/types'", 'next-auth/react/types'],
  ['deep', "import { A } from 'next-auth/react.js'", 'next-auth/react.js'],
  ['deep', "import { A } from 'next-auth/lib/client'", 'next-auth/lib/client'],
  ['deep', "vi.mock('next-auth/client/_utils')", 'next-auth/client/_utils'],
  ['deep', "type A = import('next-auth/src/react').A", 'next-auth/src/react'],
  ['alias', "import { signIn } from 'npm:next-auth/react'", 'npm:next-auth/react'],
  ['alias', "import { signIn } from 'npm:next-auth@^4.24.0/react'", 'npm:next-auth@^4.24.0/react'],
  ['alias', "import * as auth from 'https://esm.sh/next-auth/react'", 'https://esm.sh/next-auth/react'],
  ['alias', "import url from 'next-auth/react?url'", 'next-auth/react?url'],
  ['alias', "jest.mock('../node_modules/next-auth/react')", '../node_modules/next-auth/react'],
  ['alias', "declare module 'next-auth/react?url' { const a: string }", 'next-auth/react?url'],
  ['computed', 'import(`next-auth/${part}`)', 'next-auth/…'],
  ['computed', "require('next-auth' + '/react')", 'next-auth/react…'],
  ['computed', "require('next-auth/' + part + '/b')", 'next-auth/…'],
  ['computed', 'jest.mock(`next-auth/react${end}`)', 'next-auth/react…'],
  ['missing', "import { Provider } from 'next-auth/react'", 'sessionchart/v4 has no Provider'],
  [
    'missing',
    "import { useSession, providers, csrfToken } from 'next-auth/react'",
    'sessionchart/v4 has no providers, csrfToken',
  ],
  ['missing', "import auth from 'next-auth/react'", 'sessionchart/v4 has no default'],
  ['missing', "export { default } from 'next-auth/react'", 'sessionchart/v4 has no default'],
  ['missing', "export { 'a b' as c } from 'next-auth/react'", 'sessionchart/v4 has no a b'],
  ['missing', "import type { UpdateSession } from 'next-auth/react'", 'sessionchart/v4 has no UpdateSession'],
  ['missing', "type A = import('next-auth/react').UpdateSession", 'sessionchart/v4 has no UpdateSession'],
  [
    'missing',
    "type A = typeof import('next-auth/react').__NEXTAUTH.basePath",
    'sessionchart/v4 has no __NEXTAUTH',
  ],
  ['missing', "const { Provider: P } = require('next-auth/react')", 'sessionchart/v4 has no Provider'],
  [
    'missing',
    "const { useSession, 'Provider': P } = await import('next-auth/react')",
    'sessionchart/v4 has no Provider',
  ],
  ['missing', "const P = (await import('next-auth/react')).Provider", 'sessionchart/v4 has no Provider'],
  ['missing', "const P = require('next-auth/react').Provider", 'sessionchart/v4 has no Provider'],
  [
    'missing',
    "const { Provider } = jest.requireActual('next-auth/react')",
    'sessionchart/v4 has no Provider',
  ],
  [
    'missing',
    "const { Provider } = await vi.importActual('next-auth/react')",
    'sessionchart/v4 has no Provider',
  ],
  ['text', "const alias = { 'next-auth/react': './mock' }", 'next-auth/react'],
  ['text', "const name = 'next-auth/react', auth = require(name)", 'next-auth/react'],
  ['text', "require(a ? 'next-auth/react' : 'b')", 'next-auth/react'],
  ['text', "mock.module('next-auth/react', () => ({}))", 'next-auth/react'],
  ['text', "type Name = 'next-auth/react'", 'next-auth/react'],
  ['text', "const a = { moduleNameMapper: { '^next-auth/react$': '<rootDir>/auth' } }", '^next-auth/react$'],
  ['text', 'const a = /^next-auth\\/react$/', '^next-auth\\/react$'],
  ['text', 'const a = `see next-auth/react for ${b}`', 'see next-auth/react for'],
  ['text', "'next-auth/react'", 'next-auth/react'],
  ['text', "const a = 'https://esm.sh/next-auth@4.24.11/react'", 'https://esm.sh/next-auth@4.24.11/react'],
  ['text', "const a = <Code of='next-auth/react' />", 'next-auth/react'],
  [
    'text',
    `const a = '${'='.repeat(50)}next-auth/react${'='.repeat(50)}'`,
    `…${'='.repeat(30)}next-auth/react${'='.repeat(25)}…`,
  ],
  [
    'comment',
    "/** @type {import('next-auth/react').Session} */",
    "* @type {import('next-auth/react').Session}",
  ],
  ['comment', '/// <reference types="next-auth/react" />', '/ <reference types="next-auth/react" />'],
])('leaves and reports as %s: %s', (kind, text, about) => {
  const before = `${at(4)}${text}\n`
  const result = look(before)

  expect(result.text).toBe(before)
  expect(result.findings).toEqual([{ kind, line: 4, about }])
})

test.each([
  '// next-auth/react is no more',
  'const a = <p>next-auth/react</p>',
  "const a = 'next-auth/reactive', b = 'next-auth/react-query'",
  'import(`next-auth/providers/${name}`)',
  "require('other' + name)('next-auth')",
  'declare namespace NextAuth { const react: string }',
  'import(name)',
  "import { a } from '@/mocks/next-auth/react'",
  "export * from './next-auth/react'",
  "import { a } from '@scope/next-auth/react'",
])('says nothing of %s', (text) => {
  expect(look(text).findings).toEqual([])
})

test('finds the line in strings and comments of many lines', () => {
  const { findings } = look("/*\n * a\n * 'next-auth/react'\n */\nconst a = `\n\nnext-auth/react`\n")

  expect(findings.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['comment 3', 'text 7'])
})

test('says what is the same in one line once', () => {
  expect(look("f('next-auth/react', 'next-auth/react')").findings).toHaveLength(1)
})

test('changes the rest of a file in which something is left', () => {
  const { text } = look(
    "import { Provider } from 'next-auth/react'\nimport { signIn } from 'next-auth/react'",
  )

  expect(text).toBe("import { Provider } from 'next-auth/react'\nimport { signIn } from 'sessionchart/v4'")
})

test('does not end well where a statement stays that the app needs', () => {
  const { migrate, read } = makeApp({
    'package.json': packageOn('4'),
    'app.tsx': "import { SessionProvider, default as x } from 'next-auth/react'",
    'user.tsx': "import { useSession } from 'next-auth/react'",
  })
  const { code, out } = migrate('--write')

  expect(out).toContain('app.tsx:1  sessionchart/v4 has no default, so the statement stays')
  expect(out).toContain('the app does not work until')
  expect(read('user.tsx')).toContain('sessionchart/v4')
  expect(code).toBe(1)
})

test('does not say that nothing is taken where something is left', () => {
  const { migrate } = makeApp({ 'package.json': packageOn('4'), 'a.ts': "import a from 'next-auth/react'" })

  expect(migrate().out).toMatch(/^Nothing to change, apart from what is left for you\.\n\nLeft for you:\n/)
})

describe('files that are not code', () => {
  const setting = '{\n  "a": "next-auth/react"\n}'

  test.each([
    'package.json',
    'tsconfig.base.json',
    '.eslintrc',
    '.babelrc',
    'jest.config.json5',
    '.eslintrc.yml',
    'page.mdx',
    'page.astro',
    'index.html',
  ])('%s', (name) => {
    const { migrate, read } = makeApp({ 'package.json': packageOn('4'), [name]: setting })
    const { code, out } = migrate('--write')

    expect(out).toContain(`${name}:2  \`"a": "next-auth/react"\`: change it by hand`)
    expect(read(name)).toBe(setting)
    expect(code).toBe(0)
  })
})

test.each(['__mocks__/next-auth/react.ts', 'test/__mocks__/next-auth/react/index.jsx'])(
  'a manual mock in %s',
  (path) => {
    const { migrate } = makeApp({ 'package.json': packageOn('4'), [path]: 'export const signIn = 1' })

    expect(migrate().out).toContain(`${path}:1  a manual mock`)
  },
)
