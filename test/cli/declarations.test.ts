import { describe, expect, test } from 'vitest'
import { rewrite } from '../../src/cli/rewrite'
import { makeApp, packageOn } from './app'

const v5 = (text: string) => rewrite(text, 'types.d.ts', () => 'sessionchart/react')
const v4 = (text: string) => rewrite(text, 'types.d.ts', () => 'sessionchart/v4')

describe("declare module 'next-auth'", () => {
  const text = [
    "import 'next-auth'",
    "declare module 'next-auth' { interface Session { role: string } }",
    "declare module 'next-auth/jwt' { interface JWT { role: string } }",
    "declare module '@auth/core/types' { interface User { role: string } }",
    "declare module 'other' { interface A {} }",
  ].join('\n')

  test('stays', () => {
    expect(v5(text)).toEqual({ text, replaced: [], findings: [], honoured: [2, 3, 4] })
  })

  test('is said once, at the end', () => {
    const { migrate } = makeApp({ 'package.json': packageOn('5'), 'a.d.ts': text, 'b.d.ts': text })
    const { code, out } = migrate()

    expect(out.match(/declare module/g)).toHaveLength(1)
    expect(out).toContain('a.d.ts:2, a.d.ts:3, a.d.ts:4, b.d.ts:2, b.d.ts:3, b.d.ts:4')
    expect(code).toBe(0)
  })
})

describe("declare module 'next-auth/react'", () => {
  const declare = (body: string, name = 'next-auth/react') => `export {}\ndeclare module '${name}' ${body}\n`

  test('is moved where interfaces are extended that are there too', () => {
    const body =
      '{ interface SignInResponse { a: 1 }; export interface SignOutParams<R extends boolean = true> { b: R } }'

    expect(v5(declare(body)).text).toBe(declare(body, 'sessionchart/react'))
    expect(v4(declare(body)).text).toBe(declare(body, 'sessionchart/v4'))
    expect(v4(declare(body)).findings).toEqual([])
  })

  test.each([
    ['{ interface Session { role: string } }', 'Session'],
    ['{ interface SignInOptions { a: 1 } interface Session {} }', 'SignInOptions, Session'],
    ['{ function useSession(): never }', 'more than interfaces'],
    ['{ export const signIn: never; interface SignInOptions {} }', 'more than interfaces, SignInOptions'],
    ['{ export * from "other" }', 'more than interfaces'],
    ['{}', 'no body'],
    ['', 'no body'],
  ])('is left and reported with %s', (body, about) => {
    const text = declare(body)

    expect(v5(text)).toEqual({
      text,
      replaced: [],
      findings: [{ kind: 'declaration', line: 2, about }],
      honoured: [],
    })
  })

  test('knows what is an interface in which version', () => {
    expect(v5(declare('{ interface GetSessionParams { a: 1 } }')).findings).toEqual([])
    expect(v4(declare('{ interface GetSessionParams { a: 1 } }')).findings).toHaveLength(1)
  })

  test('is left in a file that is no module, where it stands for the whole of it', () => {
    const text = "declare module 'next-auth/react' { interface SignInOptions { a: 1 } }"

    expect(v5(text)).toMatchObject({
      text,
      findings: [{ kind: 'declaration', line: 1, about: 'no import or export around it' }],
    })
  })

  test('and what is imported in it', () => {
    const text = declare("{ import { Session } from 'next-auth/react'; function signIn(): Session }")

    expect(v5(text).text).toContain("'sessionchart/react'; function")
    expect(v5(text).findings).toHaveLength(1)
  })
})
