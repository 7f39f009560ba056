// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as v5 from 'sessionchart/react'
import * as v4 from 'sessionchart/v4'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubLocation } from '../parity/harness/fake-location'
import type { AuthServer } from '../servers/auth-server'
import { type BrowserFetch, createBrowserFetch } from '../servers/cookie-fetch'
import { ann, only, requestLine, servers } from './page'

/** An app, as its user sees it, in front of the real servers. */

const entries = [
  { entry: 'sessionchart/react', library: v5 },
  { entry: 'sessionchart/v4', library: v4 },
] as const
type Library = (typeof entries)[number]['library']

function App({ library }: { library: Library }) {
  const { data, status, update } = library.useSession()
  const signIn = library.signIn as (provider: string, options: object) => Promise<unknown>
  return (
    <>
      <p>{`${status}: ${data?.user?.name ?? 'nobody'}`}</p>
      <button type="button" onClick={() => signIn('credentials', { ...ann, redirect: false })}>
        Sign in
      </button>
      <button type="button" onClick={() => update({ name: 'Anna' })}>
        Rename
      </button>
      <button type="button" onClick={() => library.signOut({ redirect: false })}>
        Sign out
      </button>
      <button type="button" onClick={() => library.signOut({ callbackUrl: '/bye' })}>
        Leave
      </button>
    </>
  )
}

const combinations = servers.flatMap((one) => entries.map((entry) => ({ ...one, ...entry })))

describe.each(combinations)('$entry with $server', ({ start, library }) => {
  let server: AuthServer
  let fetch: BrowserFetch

  beforeEach(async () => {
    // jsdom brings one of its own, which the encryption of the server does not know.
    vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer))
    server = await start()
    fetch = createBrowserFetch(server.url)
  })
  afterEach(async () => {
    cleanup()
    vi.unstubAllGlobals()
    await server.stop()
  })

  function open() {
    const { SessionProvider } = library
    return render(
      <SessionProvider fetch={fetch} onError={() => {}}>
        <App library={library} />
      </SessionProvider>,
    )
  }
  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  const shows = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeTruthy())

  async function openSignedIn() {
    open()
    await shows('unauthenticated: nobody')
    await click('Sign in')
    await shows('authenticated: Ann')
  }

  test('shows loading, then that nobody is there', async () => {
    open()
    expect(screen.getByText('loading: nobody')).toBeTruthy()

    await shows('unauthenticated: nobody')

    expect(server.requests.map(requestLine)).toEqual(['GET /api/auth/session'])
  })

  test('signs in, renames, signs out', async () => {
    await openSignedIn()

    await click('Rename')
    await shows('authenticated: Anna')

    await click('Sign out')
    await shows('unauthenticated: nobody')
  })

  test('shows the session when the page is opened again', async () => {
    await openSignedIn()
    cleanup()

    open()

    await shows('authenticated: Ann')
  })

  test('leaves the page after a sign-out', async () => {
    await openSignedIn()
    const location = stubLocation(`${server.url}/page`)

    await click('Leave')

    await waitFor(() => expect(location.visited).toEqual([`${server.url}/bye`]))
    expect(screen.getByText('authenticated: Ann')).toBeTruthy()
  })

  test('keeps the session when a sign-out fails', async () => {
    await openSignedIn()
    server.intercept(only('POST /api/auth/signout', () => 'destroy'))
    server.requests.length = 0

    await click('Sign out')

    await waitFor(() => expect(server.requests.map(requestLine)).toContain('POST /api/auth/signout'))
    server.intercept(null)
    expect(await act(() => library.getSession())).toMatchObject({ user: { name: 'Ann' } })
    expect(screen.getByText('authenticated: Ann')).toBeTruthy()
  })

  test('gives what the free functions ask for', async () => {
    await openSignedIn()

    expect(await library.getSession()).toMatchObject({ user: { name: 'Ann' } })
    expect(await library.getCsrfToken()).toMatch(/^[0-9a-f]{64}$/)
    expect(await library.getProviders()).toHaveProperty('credentials')
  })
})
