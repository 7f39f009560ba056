// @vitest-environment jsdom
import { useEffect, useLayoutEffect } from 'react'
import { createSessionClient, type Session, type SessionClient } from 'sessionchart'
import {
  getCsrfToken,
  getProviders,
  getSession,
  getSessionClient,
  SessionProvider,
  signIn,
  signOut,
} from 'sessionchart/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

const paths = () =>
  auth.requests.map(({ method, url }) => `${method} ${url.replace('http://localhost:3000', '')}`)

test('works without a provider, and keeps nothing running', async () => {
  const client = getSessionClient()

  expect(await getSession()).toEqual(ann())
  expect(await getCsrfToken()).toBe('token')
  expect(Object.keys((await getProviders()) ?? {})).toEqual(['credentials', 'github', 'nodemailer'])
  expect(await signIn('credentials', { redirect: false, password: 'right' })).toMatchObject({ ok: true })
  expect(await signOut({ redirect: false })).toMatchObject({ url: window.location.href })

  expect(getSessionClient()).toBe(client)
  expect(client.getState().isFetching).toBe(false)
  expect(paths()).toEqual([
    'GET /api/auth/session',
    'GET /api/auth/csrf',
    'GET /api/auth/providers',
    'GET /api/auth/providers',
    'GET /api/auth/csrf',
    'POST /api/auth/callback/credentials?',
    'GET /api/auth/session',
    'GET /api/auth/csrf',
    'POST /api/auth/signout',
  ])
})

describeEachReactMode(({ render }) => {
  test('act on the provider that is mounted, and on their own client again afterwards', async () => {
    const own = getSessionClient()
    const { unmount } = render(
      <SessionProvider session={ann()} basePath="/one/auth">
        one
      </SessionProvider>,
    )
    expect(getSessionClient()).not.toBe(own)
    await getSession()

    unmount()
    await settle()
    expect(getSessionClient()).toBe(own)
    await getSession()

    expect(paths()).toEqual(['GET /one/auth/session', 'GET /api/auth/session'])
  })

  test('act on the provider mounted last, and unmounting gives the place back', async () => {
    const tree = (hasInner: boolean) => (
      <SessionProvider session={ann()} basePath="/outer/auth">
        {hasInner && (
          <SessionProvider session={null} basePath="/inner/auth">
            inner
          </SessionProvider>
        )}
      </SessionProvider>
    )
    const { rerender } = render(tree(false))
    const outer = getSessionClient()
    rerender(tree(true))
    expect(getSessionClient().urls().basePath).toBe('/inner/auth')
    await getCsrfToken()

    rerender(tree(false))
    expect(getSessionClient()).toBe(outer)
    await getCsrfToken()

    expect(paths()).toEqual(['GET /inner/auth/csrf', 'GET /outer/auth/csrf'])
  })

  test('give the place back also when the first provider leaves before the second', () => {
    const first = createSessionClient<Session>({ session: ann() })
    const second = createSessionClient<Session>({ session: ann() })
    const tree = (...clients: SessionClient[]) =>
      clients.map((client) => (
        <SessionProvider key={client === first ? 'first' : 'second'} client={client}>
          one of them
        </SessionProvider>
      ))
    const { rerender } = render(tree(first))
    rerender(tree(first, second))
    expect(getSessionClient()).toBe(second)

    rerender(tree(second))
    expect(getSessionClient()).toBe(second)

    rerender(tree())
    expect(getSessionClient()).not.toBe(second)
  })

  test('act on the provider in the effects of its children, too', () => {
    const seen = new Set<string>()
    const note = () => void seen.add(getSessionClient().urls().basePath)
    const child = createProbe(() => {
      useLayoutEffect(note)
      useEffect(note)
    })
    render(
      <SessionProvider session={ann()} basePath="/mine/auth">
        <child.Probe />
      </SessionProvider>,
    )

    expect([...seen]).toEqual(['/mine/auth'])
  })

  test('read in the effect of a child together with the provider: one request', async () => {
    const answers: unknown[] = []
    const child = createProbe(() => {
      useEffect(() => {
        getSession().then((session) => answers.push(session))
      }, [])
    })
    render(
      <SessionProvider>
        <child.Probe />
      </SessionProvider>,
    )

    await settle()
    expect(auth.count('/session')).toBe(1)
    expect(new Set(answers)).toEqual(new Set([ann()]))
  })

  test('are not in the way of each other in two providers side by side', async () => {
    render([
      <SessionProvider key="one" basePath="/one/auth">
        one
      </SessionProvider>,
      <SessionProvider key="two" basePath="/two/auth">
        two
      </SessionProvider>,
    ])

    await settle()
    expect(paths().sort()).toEqual(['GET /one/auth/session', 'GET /two/auth/session'])
  })
})
