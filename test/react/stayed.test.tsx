// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { getSession, getSessionClient, SessionProvider, signIn, signOut } from 'sessionchart/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { fakeLocation } from '../support/browser'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

// A test of an app: its location is stubbed, so that the page stays where it was to be left.

let visited: string[]
beforeEach(() => {
  visited = fakeLocation().visited
})
afterEach(() => {
  vi.unstubAllGlobals()
})
const posts = () => auth.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)

// Two tests of one file, with one default client between them.
test.for(['one', 'the next'])(
  'without a provider, %s test signs out and in by redirect, and reads',
  async () => {
    await signOut()
    await signIn('github')
    await signOut({ redirectTo: '/bye' })

    expect(visited).toEqual(['http://localhost:3000/page', 'https://github.example/authorize', '/bye'])
    expect(posts()).toEqual(['/signout', '/signin/github', '/signout'])
    expect(await getSession()).toBeNull()
    auth.session = ann()
    expect(await getSession()).toEqual(ann())
    expect(getSessionClient().isRunning()).toBe(false)
  },
)

describeEachReactMode(({ render }) => {
  test('inside a provider, the same call joins and another one runs', async () => {
    render(<SessionProvider session={ann()}>{null}</SessionProvider>)
    await act(() => signOut())
    await act(() => signOut())
    expect(posts()).toEqual(['/signout'])
    expect(visited).toHaveLength(1)

    await act(() => signIn('github'))

    expect(posts()).toEqual(['/signout', '/signin/github'])
    expect(visited).toHaveLength(2)
    const response = await act(() => signIn('credentials', { redirect: false, password: 'right' }))
    expect(response).toMatchObject({ ok: true })
    expect(getSessionClient().getState().status).toBe('authenticated')
  })

  test('a provider of the next test begins anew', async () => {
    const { unmount } = render(<SessionProvider session={ann()}>{null}</SessionProvider>)
    await act(() => signOut())
    unmount()
    render(<SessionProvider session={ann()}>{null}</SessionProvider>)

    await act(() => signOut())

    expect(posts()).toEqual(['/signout', '/signout'])
    expect(visited).toHaveLength(2)
  })
})
