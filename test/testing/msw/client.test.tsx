// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react'
import { getSessionClient, signIn, signOut } from 'sessionchart/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Library, loadLibrary } from '../../parity/harness/library'
import { renderApp } from '../../support/app'
import { fakeLocation } from '../../support/browser'
import { listenForNoise } from '../../support/noise'
import { listen, users } from './handlers'
import { versions } from './two-servers'

/** The handlers as an app's own tests use them: below a client in a page. */

const providers = [
  { id: 'github', type: 'oauth' as const },
  { id: 'email', type: 'email' as const },
]
const callbacks = {
  jwt: ({ token, trigger, session }: { token: object; trigger?: string; session?: { name: string } }) =>
    trigger === 'update' ? { ...token, name: session?.name } : token,
}
const stay = { redirect: false } as const
const ann = { username: 'ann', password: 'right', ...stay }

afterEach(() => vi.unstubAllGlobals())

describe.each(versions)('a page with sessionchart and a %s server', (version) => {
  const open = async () => {
    const auth = listen({ version, users, providers, callbacks })
    const app = renderApp()
    await waitFor(() => expect(app.last().status).toBe('unauthenticated'))
    auth.requests.length = 0
    return { auth, app }
  }
  const endpoints = (auth: { requests: Array<{ endpoint: string }> }) =>
    auth.requests.map(({ endpoint }) => endpoint)

  test('signs in, updates and signs out', async () => {
    const { auth, app } = await open()

    const response = await act(() => signIn('credentials', ann))
    expect(response).toMatchObject({ ok: true, status: 200, result: { type: 'signed-in' } })
    expect(app.last()).toMatchObject({ status: 'authenticated', data: { user: { name: 'ann' } } })
    expect(endpoints(auth)).toEqual(['providers', 'csrf', 'signIn', 'session'])

    await act(() => app.last().update({ name: 'Anna' }))
    // v4 shows it from the next read on, unless a callback of the app does so before.
    await act(() => getSessionClient().refetch())
    expect(app.last().data?.user?.name).toBe('Anna')

    await act(() => signOut(stay))
    expect(app.last().status).toBe('unauthenticated')
    expect(auth.session).toBeNull()
  })

  test('is told that the password is wrong', async () => {
    const { app } = await open()

    const response = await act(() => signIn('credentials', { ...ann, password: 'wrong' }))

    expect(response?.result).toMatchObject({ type: 'failed', error: { code: 'credentials' } })
    expect(app.last().status).toBe('unauthenticated')
  })

  test('is refused for its csrf token, once', async () => {
    const { auth } = await open()
    auth.fail('signIn', 'csrf', { times: 1 })

    const response = await act(() => signIn('credentials', ann))

    expect(response).toMatchObject({ ok: true })
    expect(endpoints(auth).filter((name) => name === 'signIn')).toHaveLength(2)
  })

  test('goes to a provider, with what the app adds', async () => {
    await open()
    const { visited } = fakeLocation()

    void signIn('github', {}, { login: 'ann' })
    await waitFor(() => expect(visited).toHaveLength(1))

    const { origin, pathname, searchParams } = new URL(visited[0] ?? '')
    expect([origin + pathname, searchParams.get('login')]).toEqual([
      'https://github.example/authorize',
      'ann',
    ])
  })

  test('is sent a link', async () => {
    const { auth } = await open()

    const response = await act(() => signIn('email', { email: 'ann@example.com', ...stay }))

    expect(response?.result).toMatchObject({ type: 'email-sent' })
    const sent = auth.requests.find(({ endpoint }) => endpoint === 'signIn')
    expect(sent).toMatchObject({
      path: expect.stringMatching('^/signin/email'),
      body: { email: 'ann@example.com' },
    })
  })

  test('stays signed in when the server fails, and hears of a sign-out elsewhere afterwards', async () => {
    listenForNoise()
    const { auth, app } = await open()
    await act(() => signIn('credentials', ann))
    const refetch = () => act(() => getSessionClient().refetch())

    auth.fail('session', { status: 503 })
    auth.signOutElsewhere()
    await refetch()
    expect(app.last()).toMatchObject({ status: 'authenticated', state: { isStale: true } })

    auth.recover()
    await refetch()
    expect(app.last().status).toBe('unauthenticated')
  })
})

test('a page waits as long as the answer travels', async () => {
  const auth = listen()
  auth.delay('session', 'infinite')
  const app = renderApp()

  await waitFor(() => expect(auth.requests).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 30))

  expect(app.statuses()).toEqual(['loading'])
})

describe.each(versions)("a page with next-auth's own %s client", (version) => {
  let library: Library

  test('signs in and out', async () => {
    const auth = listen({ version, users })
    library = await loadLibrary('next-auth', version)
    expect(await library.getSession()).toBeNull()

    expect(await library.signIn('credentials', ann)).toMatchObject({ ok: true, status: 200 })
    expect(await library.getSession()).toMatchObject({ user: { name: 'ann' } })

    await library.signOut(stay)
    expect(await library.getSession()).toBeNull()
    expect(auth.session).toBeNull()
  })

  test('is told that the password is wrong', async () => {
    listen({ version, users })
    library = await loadLibrary('next-auth', version)

    const response = await library.signIn('credentials', { ...ann, password: 'wrong' })

    expect(response).toMatchObject({
      error: 'CredentialsSignin',
      url: null,
      status: version === 'v4' ? 401 : 200,
    })
  })

  test('leaves nothing in the storage of the page or in its cookies', async () => {
    listen({ version, users })
    library = await loadLibrary('next-auth', version)

    await library.signIn('credentials', ann)

    expect(document.cookie).toBe('')
    expect(Object.keys(localStorage).filter((key) => key.includes('msw'))).toEqual([])
  })
})
