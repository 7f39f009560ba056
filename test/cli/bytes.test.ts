import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rewrite } from '../../src/cli/rewrite'
import { makeApp, packageOn } from './app'

test.each([
  ['a byte order mark', '\uFEFFimport "next-auth/react";\n', '\uFEFFimport "sessionchart/v4";\n'],
  [
    'a byte order mark before #!',
    '\uFEFF#!/bin/x\nimport "next-auth/react"',
    '\uFEFF#!/bin/x\nimport "sessionchart/v4"',
  ],
  [
    '#!',
    '#!/usr/bin/env node\nrequire("next-auth/react")',
    '#!/usr/bin/env node\nrequire("sessionchart/v4")',
  ],
  [
    'the line ends of Windows',
    'import "next-auth/react"\r\n\r\n"b"\r\n',
    'import "sessionchart/v4"\r\n\r\n"b"\r\n',
  ],
  ['mixed line ends', 'a\r\nb\nc\rimport "next-auth/react"', 'a\r\nb\nc\rimport "sessionchart/v4"'],
  ['a missing line end', 'import `a`\nimport "next-auth/react"', undefined],
  [
    'directives',
    '"use client" ;\n\n import   "next-auth/react"',
    '"use client" ;\n\n import   "sessionchart/v4"',
  ],
  [
    'each kind of quote',
    `import "next-auth/react";import('next-auth/react');import(\`next-auth/react\`)`,
    `import "sessionchart/v4";import('sessionchart/v4');import(\`sessionchart/v4\`)`,
  ],
  ['an escape in the name', "import 'next-auth\\/\\x72eact' // ü", "import 'sessionchart/v4' // ü"],
  [
    'characters of several bytes',
    "const ü = '🎉'; import('next-auth/react') /* 漢 */",
    "const ü = '🎉'; import('sessionchart/v4') /* 漢 */",
  ],
  [
    'comments',
    "import /* a */ {} /* 'b' */ from /* c */ 'next-auth/react' // d",
    "import /* a */ {} /* 'b' */ from /* c */ 'sessionchart/v4' // d",
  ],
  ['tabs and no spaces', '\timport{signIn}from"next-auth/react"', '\timport{signIn}from"sessionchart/v4"'],
])('%s stays', (_, before, after) => {
  const { migrate, read } = makeApp({ 'a.js': before, 'package.json': packageOn('4') })
  const { code } = migrate('--write')

  // Where nothing is expected the file cannot be read as code.
  expect(read('a.js')).toBe(after ?? before)
  expect(code).toBe(after ? 0 : 1)
})

describe('nothing but the name changes', () => {
  // `§` is the module where it is to be replaced. The rest is there to be left alone.
  const piece = fc.constantFrom(
    "import { useSession as a0 } from '§';",
    'import type { Session as A1 } from "§"',
    "export * from '§'",
    "export { signIn as b0 } from '§' // 'from'",
    'const c0 = import(`§`)',
    "type D0 = import('§').Session | typeof import( '§' )",
    "jest.mock('§', () => ({ ...jest.requireActual('§') }))",
    "vi.mock(\"§\"); vi.importActual<typeof import('§')>('§')",
    "const e0 = require('§'), e1 = 'next-auth/react'",
    'const f0 = <a title="next-auth/react">import \'next-auth/react\'</a>',
    "// import 'next-auth/react'",
    "/* require('next-auth/react')\n */",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code in a string
    'const g0 = `${`next-auth/react`} next-auth/react ${1}`',
    "const h0 = /'next-auth\\/react'/",
    "import { missing as i0 } from 'next-auth/react'",
    "import j0 from 'next-auth'; import 'next-auth/webauthn'",
    "declare module 'next-auth' { interface Session { a: 1 } }",
    "const k0 = 'ü🎉', k1 = { 'next-auth/react': 1 }",
    'if (x) { y() }',
  )
  const gap = fc.constantFrom('\n', '\r\n', ' ;\n\t', '\n\n/* 漢 */\n')

  test('in files put together at random', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap), { maxLength: 20 }), (parts) => {
        const form = parts.flat().join('')
        const before = form.replaceAll('§', 'next-auth/react')
        const { text, replaced } = rewrite(before, 'a.tsx', () => 'sessionchart/react')

        expect(text).toBe(form.replaceAll('§', 'sessionchart/react'))
        expect(replaced).toHaveLength(form.split('§').length - 1)
        expect(rewrite(text, 'a.tsx', () => 'sessionchart/react').text).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})
