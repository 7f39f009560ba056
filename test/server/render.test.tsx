import { renderToString } from 'react-dom/server'
import { createSessionClient } from 'sessionchart'
import {
  __NEXTAUTH,
  getSessionClient,
  SessionLoading,
  SessionProvider,
  type SessionProviderProps,
  SignedIn,
  SignedOut,
  useSession,
  useSessionSelector,
  useSessionState,
  useSignIn,
  useSignOut,
} from 'sessionchart/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createActor } from 'xstate'
import { ann, bob } from '../client/sessions'
import { createProbe } from '../react/probe'
import { takeTraces, watchChannels } from './traces'

vi.mock('xstate', async (original) => {
  const actual = await original<typeof import('xstate')>()
  return { ...actual, createActor: vi.fn(actual.createActor) }
})

beforeEach(() => {
  vi.mocked(createActor).mockClear()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function Everything() {
  const { data, status } = useSession()
  const { cause, error, isFetching, expiresAt } = useSessionState()
  const email = useSessionSelector((state) => state.data?.user?.email)
  const signIn = useSignIn()
  const signOut = useSignOut()
  return (
    <ul>
      <li>{`${status} ${data?.user?.name ?? String(data)} ${email}`}</li>
      <li>{`${cause.type} ${error} ${isFetching} ${expiresAt}`}</li>
      <li>{`${signIn.progress} ${signIn.isPending} ${signOut.progress} ${signOut.error}`}</li>
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
      <SessionLoading>loading</SessionLoading>
    </ul>
  )
}
const Required = () => <p>{useSession({ required: true }).status}</p>
const render = (props: Partial<SessionProviderProps> = {}) =>
  renderToString(
    <SessionProvider {...props}>
      <Everything />
    </SessionProvider>,
  )

test('has no DOM', () => {
  expect(typeof window).toBe('undefined')
  expect(typeof document).toBe('undefined')
})

test('shows somebody who is signed in', () => {
  expect(render({ session: ann() })).toBe(
    '<ul><li>authenticated Ann ann@example.com</li>' +
      `<li>seeded null false ${Date.parse(ann().expires)}</li><li>idle false idle null</li>in</ul>`,
  )
})

test('shows nobody', () => {
  expect(render({ session: null })).toBe(
    '<ul><li>unauthenticated null undefined</li><li>seeded null false null</li><li>idle false idle null</li>out</ul>',
  )
})

test('shows loading where it was told nothing', () => {
  const loading =
    '<ul><li>loading undefined undefined</li><li>starting null false null</li><li>idle false idle null</li>loading</ul>'

  expect(render()).toBe(loading)
  expect(render({ session: undefined })).toBe(loading)
})

test('shows loading to who is signed out where a session is required, and goes nowhere', () => {
  expect(
    renderToString(
      <SessionProvider session={null}>
        <Required />
      </SessionProvider>,
    ),
  ).toBe('<p>loading</p>')
})

test('shows what a given client knows', () => {
  const client = createSessionClient({ session: bob() })

  expect(render({ client })).toContain('authenticated Bob bob@example.com')
})

test('shows the innermost of nested providers', () => {
  const html = renderToString(
    <SessionProvider session={ann()}>
      <SessionProvider session={bob()}>
        <Everything />
      </SessionProvider>
      <Everything />
    </SessionProvider>,
  )

  expect(html.match(/authenticated (Ann|Bob)/g)).toEqual(['authenticated Bob', 'authenticated Ann'])
})

test('gives an update that asks nothing until it is called', async () => {
  const fetch = vi.fn(async () => new Response('{}'))
  const probe = createProbe(() => useSession().update)
  renderToString(
    <SessionProvider session={ann()} environment={{ fetch }} basePath="https://app.example/api/auth">
      <probe.Probe />
    </SessionProvider>,
  )
  expect(fetch).not.toHaveBeenCalled()

  expect(await probe.latest()()).toBeNull()
  expect(fetch.mock.calls.map(([url]: unknown[]) => String(url))).toEqual([
    'https://app.example/api/auth/session',
  ])
})

test('makes no actor, asks nothing and leaves nothing', () => {
  const opened = watchChannels()
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')]
  const before = takeTraces()

  for (const session of [undefined, null, ann(), bob()]) {
    render({ session, refetchInterval: 1, basePath: '/rendered/auth', onError: () => {} })
  }

  expect(takeTraces()).toEqual(before)
  expect(createActor).not.toHaveBeenCalled()
  expect(opened).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
  for (const timer of timers) expect(timer).not.toHaveBeenCalled()
})

test('would notice an actor, a channel and a request', async () => {
  const opened = watchChannels()
  const fetch = vi.fn(async () => Response.json(null))
  vi.stubGlobal('fetch', fetch)
  const client = createSessionClient()

  client.start()
  await expect.poll(() => fetch.mock.calls.length).toBe(1)
  await expect.poll(() => opened.mock.calls).toContainEqual(['next-auth'])
  client.stop()

  expect(createActor).toHaveBeenCalled()
})

test('does not touch what the free functions act on', () => {
  render({ session: ann(), basePath: '/rendered/auth' })

  expect(__NEXTAUTH.basePath).toBe('/api/auth')
  expect(__NEXTAUTH._session).toBeNull()
  expect(getSessionClient().getState().data).toBeNull()
  expect(getSessionClient()).not.toBe(getSessionClient())
})

test('forgets one render before the next', () => {
  render({ session: ann() })

  expect(render()).toContain('<li>loading undefined undefined</li>')
  expect(render({ session: bob() })).not.toContain('Ann')
})

test('refuses a prop that makes no sense', () => {
  expect(() => render({ refetchInterval: -1 })).toThrow('sessionchart: refetchInterval must be')
})

test('says so outside a provider', () => {
  expect(() => renderToString(<Everything />)).toThrow(
    '[next-auth]: `useSession` must be wrapped in a <SessionProvider />',
  )
})

test('warns of nothing', () => {
  const error = vi.spyOn(console, 'error')
  const warn = vi.spyOn(console, 'warn')

  render()
  render({ session: ann() })

  expect(error).not.toHaveBeenCalled()
  expect(warn).not.toHaveBeenCalled()
})
