import { describe, expect, test } from 'vitest'
import { rewrite } from '../../src/cli/rewrite'

const migrate = (text: string, path = 'file.tsx') => rewrite(text, path, () => 'sessionchart/react')

// One statement each. `§` stands for the module, before and after.
const forms = {
  import: "import { useSession, signIn as enter } from '§'",
  'import of types': "import type { UpdateSession } from '§'",
  'import of a type among values': "import { type Session, useSession } from '§'",
  'import of everything': "import * as auth from '§'",
  'import of nothing': "import {} from '§'",
  'import for its effects': "import '§'",
  'import with attributes': "import { signIn } from '§' with { type: 'js' }",
  're-export': "export { useSession, signIn as enter } from '§'",
  're-export of types': "export type { Session } from '§'",
  're-export of everything': "export * from '§'",
  're-export under a name': "export * as auth from '§'",
  'import()': "const load = () => import('§')",
  'import() of a template': 'const load = () => import(`§`)',
  'import() with a comment': 'lazy(() => import(/* webpackChunkName: "auth" */ \'§\'))',
  'import() with options': "import('§', { with: {} })",
  'import() of names': "const { signIn, ['signOut']: out, ...rest } = await import('§')",
  'import() and a promise': "import('§').then(({ SessionProvider }) => SessionProvider)",
  'import type': "type Value = import('§').SessionContextValue<true>['data']",
  'import type of everything': "type Auth = typeof import('§')",
  'import type of a function': "type SignIn = typeof import('§').signIn",
  'import type with a qualified name': "type A = import('§').Session.user",
  'import =': "import auth = require('§')",
  'import type =': "import type auth = require('§')",
  'export import =': "export import auth = require('§')",
  require: "const { signIn } = require('§')",
  'require of one thing': "const signIn = require('§').signIn",
  'require of a template': 'require(`§`)',
  'require in a function of AMD': "define((require) => require('§'))",
  'require.resolve': "require.resolve('§')",
  'require.resolve with what comes after': "require.resolve('§').replace('react', '')",
  'import.meta.resolve': "import.meta.resolve('§')",
  'vi.hoisted': "const mocks = vi.hoisted(async () => ({ ...(await import('§')) }))",
  'vi.mock of an import()': "vi.mock(import('§'), async (original) => ({ ...(await original()) }))",
  'vi.mock with options': "vi.mock('§', { spy: true })",
  'a factory': "jest.mock('§', () => ({ ...jest.requireActual('§'), signIn: jest.fn() }))",
  'type arguments': "jest.requireActual<typeof import('§')>('§')",
  'a chain': "jest.mock('a', () => ({})).mock('§').unmock('b').doMock('§')",
  'decorated classes':
    "@dec() class A { @prop a = require('§'); constructor(@Inject() b: B) {} accessor c = 1 }",
  'a function that is only declared': "function f(a: typeof import('§')): void\nfunction f() {}",
  'an assertion': "const auth = require('§') as typeof import('§')",
  'a use of a resource': "using auth = await import('§')",
} satisfies Record<string, string>

const jest = ['mock', 'unmock', 'deepUnmock', 'doMock', 'dontMock', 'setMock', 'requireActual', 'requireMock']
const more = ['createMockFromModule', 'genMockFromModule', 'unstable_mockModule', 'unstable_unmockModule']
const vitest = ['mock', 'unmock', 'doMock', 'doUnmock', 'importActual', 'importMock']
const calls = [
  ...[...jest, ...more].map((method) => `jest.${method}('§')`),
  ...vitest.flatMap((method) => [`vi.${method}('§')`, `vitest.${method}('§')`]),
]

test.each([...Object.entries(forms), ...calls.map((call) => [call, call])])('%s', (_, form) => {
  const { text, replaced, findings } = migrate(form.replaceAll('§', 'next-auth/react'))

  expect(text).toBe(form.replaceAll('§', 'sessionchart/react'))
  expect(replaced).toHaveLength(form.split('§').length - 1)
  expect(findings).toEqual([])
})

describe('languages', () => {
  test.each([
    ['file.js', "const A = <p>{require('§')}</p>"],
    ['file.mjs', "export const a = await import('§')"],
    ['file.cjs', "#!/usr/bin/env node\n'use strict'\nreturn require('§')"],
    ['file.jsx', "export default () => <a b={import('§')} />"],
    ['file.ts', "const a = <string>(<unknown>require('§')), b = async <T>(c: T) => c"],
    ['file.mts', "export const a: typeof import('§') = await import('§')"],
    ['file.cts', "import auth = require('§')\nexport = auth"],
    ['file.tsx', "export const A = <T,>(b: T) => <p>{import('§')}</p>"],
    ['file.d.ts', "export function f(a: import('§').Session): void\nexport const b: string"],
    [
      'file.js',
      "// @flow\nimport typeof Auth from 'x'\nimport { type Session, signIn } from '§'\ntype B = {| a: ?A |}",
    ],
    // Without a word of Flow: its tools can have it on for all files.
    ['file.js', "import { type Session, signIn } from '§'\nexport const a = (b: ?Session): string => b"],
    ['file.jsx', "import type { Session } from '§'\nconst A = (b: {| c: Session |}) => <p>{b.c}</p>"],
    ['file.js', 'var a = 010; with (a) { require("§") }'],
  ])('%s', (path, form) => {
    const { text, findings } = migrate(form.replaceAll('§', 'next-auth/react'), path)

    expect(text).toBe(form.replaceAll('§', 'sessionchart/react'))
    expect(findings).toEqual([])
  })
})

test('code that is forbidden and can be read all the same', () => {
  const form = "import * as a from '§'\nconst a = 1, a = 2\ndelete a\nexport { nowhere }\nlet let = 1"
  const { text } = migrate(form.replaceAll('§', 'next-auth/react'), 'a.js')

  expect(text).toBe(form.replaceAll('§', 'sessionchart/react'))
})

test.each([
  "import { a } from 'next-auth'",
  "import { a } from 'next-auth/providers/github'",
  "import { a } from 'next-auth/react-query'",
  "import { a } from '../next-auth/react'",
  "jest.spyOn('next-auth', 'react')",
  "path.resolve('next-auth')",
  "require('next-auth/next')",
  "hasOwnProperty.call('next-auth', 'a') && toString.mock('next-auth')",
])('leaves %s alone', (form) => {
  expect(migrate(form)).toEqual({ text: form, replaced: [], findings: [], honoured: [] })
})

test('asks for the entry only where there is something to replace', () => {
  const never = () => {
    throw new Error('asked')
  }

  expect(rewrite("import 'next-auth'; const a = 'next-auth/react'", 'a.ts', never).replaced).toEqual([])
  expect(() => rewrite("import 'next-auth/react'", 'a.ts', never)).toThrow('asked')
})
