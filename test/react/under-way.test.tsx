// @vitest-environment jsdom
import { act, type RenderResult } from '@testing-library/react'
import { Activity, type ReactNode, Suspense, use } from 'react'
import { createSessionClient, type SessionClient } from 'sessionchart'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

// What becomes of calls that are under way when their provider is hidden, goes away, or gets another client.

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

const App = ({ children, ...props }: Partial<SessionProviderProps>) => (
  <SessionProvider {...(!props.client && { environment: page.environment, session: ann() })} {...props}>
    <probe.Probe />
    {children}
  </SessionProvider>
)

/** A way to take the provider off the screen. */
interface Way {
  before(): ReactNode
  after(): ReactNode
}
function suspend(): Way {
  const never = new Promise<void>(() => {})
  const gate = createProbe(() => use(never))
  const tree = (isWaiting: boolean) => (
    <Suspense fallback="wait">
      <App>{isWaiting && <gate.Probe />}</App>
    </Suspense>
  )
  return { before: () => tree(false), after: () => tree(true) }
}
function hide(): Way {
  const tree = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <App />
    </Activity>
  )
  return { before: () => tree('visible'), after: () => tree('hidden') }
}
const unmount = (): Way => ({ before: () => <App />, after: () => null })
function takeClientAway(): Way {
  const client = createSessionClient({ environment: page.environment, session: ann() })
  return { before: () => <App client={client} />, after: () => <App /> }
}
const ways = [
  ['a Suspense fallback takes its place', suspend],
  ['an Activity hides it', hide],
  ['it is unmounted', unmount],
  ['its client is taken away', takeClientAway],
] as const

const calls = [
  [
    'signOut',
    '/signout',
    (client: SessionClient) => client.signOut({ redirect: false }),
    { result: { type: 'signed-out' } },
  ],
  [
    'signIn',
    '/callback/credentials',
    (client: SessionClient) => client.signIn('credentials', { redirect: false, password: 'right' }),
    { ok: true, result: { type: 'signed-in' } },
  ],
  ['update', '/session', (client: SessionClient) => client.update({ theme: 'dark' }), { theme: 'dark' }],
  ['getSession', '/session', (client: SessionClient) => client.getSession(), ann()],
  ['a sign-out that leaves', '/signout', (client: SessionClient) => client.signOut(), undefined],
] as const
const cases = ways.flatMap((way) => calls.map((call) => [way[0], call[0], way[1], call] as const))

describeEachReactMode(({ render }) => {
  test.for(cases)('when %s, %s gets its answer', async ([, , createWay, [, path, call, expected]]) => {
    const way = createWay()
    const rendered: RenderResult = render(way.before())
    await settle()
    const client = getSessionClient()
    auth.requests.length = 0
    const answer = auth.hold(path)
    const result: Promise<unknown> = call(client)
    await act(() => auth.settled(1))
    expect(auth.count(path)).toBe(1)

    await act(async () => rendered.rerender(way.after()))
    await act(() => auth.settled(1))
    expect(auth.requests.filter(({ aborted }) => aborted)).toEqual([])
    answer()

    const given = await act(() => result)
    if (expected) expect(given).toMatchObject(expected)
    else expect(page.visited).toEqual(['http://localhost:3000/page'])
    expect(
      auth.requests.filter(({ path: asked }) => asked === path && !asked.startsWith('/session')),
    ).toHaveLength(path === '/session' ? 0 : 1)
    rendered.unmount()
    await settle()
    expect(client.isRunning()).toBe(false)
    expect(page.held()).toEqual([])
  })

  test('runs on while a Suspense fallback takes its place', async () => {
    const way = suspend()
    const { rerender } = render(way.before())
    await settle()
    await act(async () => rerender(way.after()))

    page.hear({ event: 'session', data: { trigger: 'signout' } })
    auth.session = null
    await settle()

    expect(getSessionClient().getState().status).toBe('unauthenticated')
  })

  test.for([
    ['an Activity hides it', hide],
    ['it is unmounted', unmount],
  ] as const)('when %s, a read that nobody waits for is taken back', async ([, createWay]) => {
    const way = createWay()
    const { rerender } = render(way.before())
    await settle()
    auth.requests.length = 0
    auth.hold('/session')
    act(() => page.turn('hidden'))
    act(() => page.turn('visible'))
    await act(() => auth.settled(1))
    expect(auth.count('/session')).toBe(1)

    await act(async () => rerender(way.after()))
    await settle()

    expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true])
    expect(page.held()).toEqual([])
  })
})
