/** The pieces of code in the docs that are no test by themselves: what each is known by, and a file that tries it. */
export const fragments: Array<{ has: string; file(code: string): string }> = [
  {
    has: 'mockResolvedValue({',
    file: (code) => `
      import { SessionError } from 'sessionchart'
      import { getSessionClient, signIn } from 'sessionchart/react'
      import { TestSessionProvider } from 'sessionchart/testing'
      import { vi } from 'vitest'
      test('a sign-in is answered', async () => {
        testingLibrary.render(<TestSessionProvider><Account /></TestSessionProvider>)
        ${code}
        expect(await signIn('credentials', { redirect: false })).toMatchObject({ error: 'CredentialsSignin' })
      })`,
  },
  {
    has: 'beforeMount(',
    file: (code) => `
      import { createTestSession } from 'sessionchart/testing'
      let prepare
      const beforeMount = (given) => { prepare = given }
      const mount = async (element, { hooksConfig }) =>
        testingLibrary.render(await prepare({ App: () => element, hooksConfig }))
      const page = { evaluate: (run) => run() }
      test('a component is mounted with a session, which ends', async () => {
        ${code}
        expect(document.body.textContent).toContain('You have been signed out.')
      })`,
  },
  {
    has: "vi.mock('sessionchart/react')",
    file(code) {
      const [mock, ...rest] = code.split('\n')
      return `
        import { vi } from 'vitest'
        ${mock}
        const { render, fireEvent, screen } = testingLibrary
        const ann = { user: { name: 'Ann' }, expires: '1' }
        test('a mock of the module says what it was told', () => {
          const Account = () => useSession().data && <button onClick={() => signOut()}>Sign out</button>
          ${rest.join('\n')}
        })`
    },
  },
  {
    has: 'structuredClone(visitor)',
    file: (code) => `
      import { createAuthServer } from 'sessionchart/testing/server'
      test('a visitor is answered', async () => {
        const auth = createAuthServer()
        const visitor = auth.createVisitor({ user: { name: 'Ann' }, expires: '1' })
        const request = { method: 'GET', url: 'https://site.example/api/auth/session', headers: {}, body: '' }
        ${code}
        expect(answer).toMatchObject({ type: 'reply', status: 200 })
        expect(JSON.parse(answer.body).user).toEqual({ name: 'Ann' })
      })`,
  },
  {
    has: 'const { read, elapsed } = sessionEvents',
    file: (code) => `
      ${code}
      test('a read fails and is tried again', () => {
        expect(failed.matches({ request: 'waiting' })).toBe(true)
        expect(again.matches({ request: 'reading' })).toBe(true)
      })`,
  },
  {
    has: 'const coverage = transitionCoverage(',
    file: (code) => `
      import { sessionMachine } from 'sessionchart/machines'
      import { transitionCoverage } from 'sessionchart/testing'
      {
        const afterAll = (run) => test('what was not tried is said', () => expect(run).toThrow('session.refetch'))
        ${code}
      }`,
  },
  {
    has: 'const auth = createAuthServer({ session:',
    file: (code) => `
      import { createAuthServer } from 'sessionchart/testing/server'
      test('somebody is signed in at first', async () => {
        ${code}
        const response = await auth.fetch(new Request('http://localhost/api/auth/session'))
        expect((await response.json()).user).toEqual({ name: 'Ann' })
      })`,
  },
]
