import { expect, test } from 'vitest'
import { reasonOf } from '../../src/cli/findings'
import { makeApp, packageOn } from './app'

test('says of each thing that it leaves why, and what to do', () => {
  const { migrate } = makeApp({
    'package.json': packageOn('4'),
    'a.d.ts': "export {}\ndeclare module 'next-auth/react' { const a: string }\n",
    'a.ts': [
      "import { Provider } from 'next-auth/client'",
      "import { A } from 'next-auth/react.js'",
      "import { signIn } from 'npm:next-auth/react'",
      "import { signIn as other } from 'next-auth/webauthn'",
      "const alias = { 'next-auth/react': './mock' }",
    ].join('\n'),
  })

  expect(
    migrate()
      .out.split('\n')
      .filter((line) => /^ {2}\S+:\d/.test(line)),
  ).toEqual([
    "  a.d.ts:2  declare module 'next-auth/react' has more than interfaces: only interfaces that sessionchart has too can be extended there; Session is extended in declare module 'next-auth'",
    '  a.ts:1  next-auth/client belongs to next-auth v3: move to v4 first',
    '  a.ts:2  next-auth/react.js is an inner file of next-auth, which sessionchart does not have',
    '  a.ts:3  npm:next-auth/react is another name for next-auth/react: change it by hand',
    '  a.ts:4  next-auth/webauthn: sessionchart has no passkeys yet, and this import goes on working',
    '  a.ts:5  `next-auth/react`: change it by hand if it stands for the module',
  ])
})

test('says why a file could not be written', () => {
  expect(reasonOf({ line: 1, kind: 'unwritable', about: 'EROFS' })).toBe('cannot be written: EROFS')
})
