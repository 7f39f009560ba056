// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { Suspense, startTransition } from 'react'
import {
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  signOut,
  useSession,
  useSuspenseSession,
} from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { createBrowser } from '../tabs/browser'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

type Props = Partial<SessionProviderProps>
const App = ({ children, ...props }: Props) => (
  <SessionProvider environment={page.environment} {...props}>
    {children ?? <probe.Probe />}
  </SessionProvider>
)
const reads = (path = '/session') => auth.count(path)
const shown = () => {
  const { data, status } = probe.latest()
  return `${status}: ${data?.user?.name ?? data}`
}
const south = { channel: 'south' }

describeEachReactMode(({ render }) => {
  test.each([south, { basePath: '/south/auth' }])(
    'knows nothing of another place before it has asked there: %o',
    async (place) => {
      const { rerender } = render(<App />)
      await settle()
      const before = getSessionClient()
      auth.session = bob()

      rerender(<App {...place} />)
      expect(shown()).toBe('loading: undefined')
      await settle()

      expect(shown()).toBe('authenticated: Bob')
      expect(getSessionClient()).not.toBe(before)
      expect(before.isRunning()).toBe(false)
      expect(reads()).toBe(2)
    },
  )

  test('talks to the tabs of the place where it is, and to no others', async () => {
    const tab = createBrowser().openTab()
    const channels = () => tab.held().filter((name) => name.startsWith('channel sessionchart:'))
    const { rerender, unmount } = render(<App environment={tab.environment} />)
    await settle()
    expect(channels()).toEqual(['channel sessionchart:/api/auth'])

    rerender(<App environment={tab.environment} {...south} />)
    await settle()
    expect(channels()).toEqual(['channel sessionchart:south'])

    unmount()
    await settle()
    expect(tab.held()).toEqual([])
  })

  test.each([south, { basePath: '/south/auth' }])(
    'does not take the session of before for that of another place: %o',
    async (place) => {
      const session = ann()
      const { rerender } = render(<App session={session} />)
      await act(() => signOut({ redirect: false }))
      await settle()

      rerender(<App session={session} {...place} />)
      expect(shown()).toBe('loading: undefined')
      await settle()

      expect(shown()).toBe('unauthenticated: null')
    },
  )

  test('does not take an equal session for that of another place either', async () => {
    const { rerender } = render(<App session={ann()} />)
    await act(() => signOut({ redirect: false }))
    await settle()

    rerender(<App session={ann()} {...south} />)
    await settle()
    rerender(<App session={ann()} {...south} />)
    expect(shown()).toBe('unauthenticated: null')
    await settle()

    expect(shown()).toBe('unauthenticated: null')
    expect(reads()).toBe(1)
  })

  test('takes for that of another place no session of before a sign-out', async () => {
    const { rerender } = render(<App session={ann()} />)
    await act(() => signOut({ redirect: false }))
    rerender(<App session={null} />)
    await settle()

    rerender(<App session={ann()} {...south} />)
    expect(shown()).toBe('loading: undefined')
    await settle()

    expect(shown()).toBe('unauthenticated: null')
  })

  test('is told of a session that was said of the place before, once another one was said', async () => {
    const { rerender } = render(<App session={ann()} />)
    for (const session of [ann(), bob()]) rerender(<App session={session} {...south} />)
    await settle()
    auth.session = ann()

    rerender(<App session={ann()} {...south} />)

    expect(shown()).toBe('authenticated: Ann')
    await settle()
    expect(shown()).toBe('authenticated: Ann')
  })

  test('leaves the free functions to the provider that was mounted last', async () => {
    const both = (props: Props, isInside = true) => (
      <App {...props}>{isInside && <App basePath="/inner/auth" session={ann()} />}</App>
    )
    const { rerender } = render(both({}, false))
    rerender(both({}))
    await settle()

    rerender(both(south))

    expect(getSessionClient().urls().basePath).toBe('/inner/auth')
  })

  test('tells nothing of the place before any more', async () => {
    const onSessionChange = vi.fn()
    const { rerender } = render(<App session={ann()} onSessionChange={onSessionChange} />)
    await settle()
    const answer = auth.hold('/signout')
    const result = signOut({ redirect: false })
    await act(() => auth.settled(1))

    rerender(<App session={bob()} {...south} onSessionChange={onSessionChange} />)
    answer()
    await act(() => result)
    await settle()

    expect(shown()).toBe('authenticated: Bob')
    expect(onSessionChange).not.toHaveBeenCalled()
  })

  test('does not take it that nobody was signed in for that of another place', async () => {
    const { rerender } = render(<App session={null} />)
    rerender(<App session={null} {...south} />)
    expect(shown()).toBe('loading: undefined')
    await settle()
    expect(shown()).toBe('authenticated: Ann')
  })

  test('takes the session that comes along, and reads nothing', async () => {
    const { rerender } = render(<App session={ann()} />)
    await settle()

    rerender(<App session={bob()} {...south} />)
    expect(shown()).toBe('authenticated: Bob')
    await settle()

    expect(shown()).toBe('authenticated: Bob')
    expect(reads()).toBe(0)
  })

  test('hears of a session that comes later', async () => {
    const session = ann()
    const { rerender } = render(<App session={session} />)
    await settle()
    rerender(<App session={session} {...south} />)
    await settle()
    auth.session = bob()

    rerender(<App session={bob()} {...south} />)
    expect(shown()).toBe('authenticated: Bob')
    await settle()

    expect(shown()).toBe('authenticated: Bob')
    expect(reads()).toBe(2)
  })

  test.each([undefined, null])('is at the same place without a name: %o', async (channel) => {
    const session = ann()
    const { rerender } = render(<App session={session} channel={channel === null ? undefined : null} />)
    await settle()
    const before = getSessionClient()

    rerender(<App session={session} channel={channel} />)

    expect(getSessionClient()).toBe(before)
    expect(shown()).toBe('authenticated: Ann')
  })

  test('carries a sign-out through that was under way at the place before', async () => {
    const { rerender } = render(<App />)
    await settle()
    const answer = auth.hold('/signout')
    const result = signOut({ redirect: false })
    await act(() => auth.settled(1))

    rerender(<App {...south} />)
    answer()

    expect((await act(() => result))?.result).toEqual({ type: 'signed-out' })
    await settle()
    expect(shown()).toBe('unauthenticated: null')
  })

  test('carries a sign-out through when it is replaced at the other place', async () => {
    const { rerender } = render(<App key="one" />)
    await settle()
    rerender(<App key="one" {...south} />)
    await settle()
    const answer = auth.hold('/signout')
    const result = signOut({ redirect: false })
    await act(() => auth.settled(1))

    rerender(<App key="two" {...south} />)
    answer()

    expect((await act(() => result))?.result).toEqual({ type: 'signed-out' })
  })

  test('sends nobody away who is signed in at the other place', async () => {
    const required = createProbe(() => useSession({ required: true }))
    const { rerender, unmount } = render(
      <App session={ann()}>
        <required.Probe />
      </App>,
    )
    auth.session = null
    const answer = auth.hold('/session')
    rerender(
      <App session={null}>
        <required.Probe />
      </App>,
    )
    await act(() => auth.settled(1))

    rerender(
      <App session={bob()} {...south}>
        <required.Probe />
      </App>,
    )
    answer()
    await settle()

    expect(required.latest().data?.user?.name).toBe('Bob')
    expect(page.visited).toEqual([])
    unmount()
    await settle()
    expect(page.held()).toEqual([])
  })

  test('suspends until the other place has said who is signed in', async () => {
    const suspense = createProbe(() => useSuspenseSession())
    const suspended = (props: Props = {}) => (
      <App {...props}>
        <Suspense fallback="wait">
          <suspense.Probe />
        </Suspense>
      </App>
    )
    const { rerender } = await act(async () => render(suspended()))
    await settle()
    expect(suspense.latest().data?.user?.name).toBe('Ann')

    auth.session = bob()
    await act(async () => rerender(suspended(south)))
    await settle()

    expect(suspense.latest().data?.user?.name).toBe('Bob')
    expect(suspense.seen.map(({ status }) => status)).not.toContain('unauthenticated')
  })

  test.each([undefined, ann()])(
    'reads once for a tree that suspends with its provider: %o',
    async (session) => {
      const suspense = createProbe(() => useSuspenseSession())
      const suspended = (props: Props = {}) => (
        <Suspense fallback="wait">
          <App session={session} {...props}>
            <suspense.Probe />
          </App>
        </Suspense>
      )
      const { rerender } = await act(async () => render(suspended()))
      await settle()
      const before = reads()

      auth.session = bob()
      await act(async () => startTransition(() => rerender(suspended(south))))
      await settle()
      await settle()

      expect(suspense.latest().data?.user?.name).toBe('Bob')
      expect(reads()).toBe(before + 1)
    },
  )

  test('takes nothing that was said of the place before while the tree was suspended', async () => {
    const suspense = createProbe(() => useSuspenseSession())
    const suspended = (props: Props) => (
      <Suspense fallback="wait">
        <App {...props}>
          <suspense.Probe />
        </App>
      </Suspense>
    )
    const later = { ...ann(), user: { ...ann().user, name: 'Ann at north' } }
    const { rerender } = await act(async () => render(suspended({ session: ann() })))
    await settle()
    auth.session = bob()
    const answer = auth.hold('/session')
    await act(async () => startTransition(() => rerender(suspended({ session: ann(), ...south }))))
    await act(async () => rerender(suspended({ session: later })))
    suspense.forget()

    answer()
    await act(async () => rerender(suspended({ session: later, ...south })))
    await settle()

    expect(suspense.latest().data?.user?.name).toBe('Bob')
    expect(suspense.seen.map(({ data }) => data?.user?.name)).not.toContain('Ann at north')
  })

  test('goes on with what the first of two providers gives now, when the second one gives its client back', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const old = ann()
    const both = (interval: number, second?: Props) => (
      <>
        <App session={old} refetchInterval={interval} />
        {second && <App {...second} />}
      </>
    )
    const { rerender } = render(both(0))
    await act(() => signOut({ redirect: false }))
    auth.session = bob()
    await act(() => getSessionClient().refetch())
    rerender(both(60))
    rerender(both(60, { session: old }))
    await settle()
    const before = reads()

    await act(() => vi.advanceTimersByTimeAsync(61_000))
    await settle()
    vi.useRealTimers()

    expect(reads()).toBe(before + 1)
  })
})
