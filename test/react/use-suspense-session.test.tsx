// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { type ContextType, type ReactNode, Suspense, use } from 'react'
import {
  getSessionClient,
  SessionContext,
  SessionProvider,
  type SessionProviderProps,
  useSession,
  useSessionState,
  useSuspenseSession,
} from 'sessionchart/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

let page: FakePage
let probe: Probe<ReturnType<typeof useSuspenseSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSuspenseSession())
})

const Provider = (props: SessionProviderProps) => (
  <SessionProvider environment={page.environment} {...props} />
)
const Inside = (props: Partial<SessionProviderProps>) => (
  <Provider {...props}>
    <Suspense fallback="wait">
      <probe.Probe />
      <p>there</p>
    </Suspense>
  </Provider>
)
const Outside = (props: Partial<SessionProviderProps>) => (
  <Suspense fallback="wait">
    <Provider {...props}>
      <probe.Probe />
      <p>there</p>
    </Provider>
  </Suspense>
)
const reads = () => auth.count('/session')
const shown = () => [screen.queryByText('wait'), screen.queryByText('there')].map(Boolean)
const WAITS = [true, false]
const IS_THERE = [false, true]

describeEachReactMode(({ render }) => {
  describe.each([
    ['inside', Inside],
    ['outside', Outside],
  ])('with the boundary %s the provider', (_, App) => {
    test('leaves each of two providers its own client', async () => {
      const one = vi.fn()
      const two = vi.fn()
      await act(async () => {
        render(
          <>
            <App onSessionChange={one} refetchLimit={0} />
            <App onSessionChange={two} refetchLimit={0} />
          </>,
        )
      })
      await settle()
      auth.session = bob()
      await act(async () => page.turn('visible'))
      await settle()

      expect(one).toHaveBeenCalledTimes(1)
      expect(two).toHaveBeenCalledTimes(1)
    })

    test('never suspends with a session', async () => {
      render(<App session={ann()} />)
      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toEqual({ data: ann(), status: 'authenticated', update: expect.any(Function) })
      await settle()
      expect(reads()).toBe(0)
    })

    test('never suspends when nobody is signed in, as the app says', async () => {
      render(<App session={null} />)
      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toMatchObject({ data: null, status: 'unauthenticated' })
    })

    test('suspends until the first read has its answer, and reads once', async () => {
      const answer = auth.hold('/session')
      await act(async () => {
        render(<App />)
      })
      expect(shown()).toEqual(WAITS)

      answer()
      await settle()

      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toMatchObject({ data: ann(), status: 'authenticated' })
      expect(new Set(probe.seen.map(({ status }) => status))).toEqual(new Set(['authenticated']))
      expect(reads()).toBe(1)
    })

    test('waits no longer than for a first read that fails', async () => {
      auth.answerNext('/session', unreachable)
      await act(async () => {
        render(<App />)
      })
      await settle()

      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toMatchObject({ data: null, status: 'unauthenticated' })
      expect(takeComplaints()).toEqual([expect.stringContaining('SessionError')])
    })

    test('shows what comes later without suspending again', async () => {
      await act(async () => {
        render(<App />)
      })
      await settle()
      auth.session = bob()
      await act(async () => {
        await getSessionClient().refetch()
      })
      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toMatchObject({ data: bob(), status: 'authenticated' })

      await act(async () => {
        await getSessionClient().signOut({ redirect: false })
      })
      expect(shown()).toEqual(IS_THERE)
      expect(probe.latest()).toMatchObject({ data: null, status: 'unauthenticated' })
    })

    test('leaves nothing behind', async () => {
      let unmount = () => {}
      await act(async () => {
        unmount = render(<App />).unmount
      })
      await settle()
      unmount()
      await settle()
      expect(page.held()).toEqual([])
    })
  })

  test('is known to the other hooks as well once it goes on', async () => {
    const others = createProbe(() => [useSession().status, useSessionState().status])
    await act(async () => {
      render(
        <Suspense fallback="wait">
          <Provider>
            <others.Probe />
            <probe.Probe />
            <p>there</p>
          </Provider>
        </Suspense>,
      )
    })
    await settle()
    expect(shown()).toEqual(IS_THERE)
    expect(others.latest()).toEqual(['authenticated', 'authenticated'])
    expect(reads()).toBe(1)
  })

  test('reads once when something else inside the same boundary is slow', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const Slow = createProbe(() => use(opened)).Probe
    await act(async () => {
      render(
        <Suspense fallback="wait">
          <Provider>
            <probe.Probe />
            <Slow />
          </Provider>
        </Suspense>,
      )
    })
    await settle()
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    await act(async () => open())
    await settle()

    expect(probe.latest().data?.user?.name).toBe('Ann')
    expect(reads()).toBe(1)
    vi.useRealTimers()
  })

  test('asks anew for a provider that comes later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let first = () => {}
    await act(async () => {
      first = render(<Outside />).unmount
    })
    await settle()
    first()
    await settle()
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()

    auth.session = bob()
    await act(async () => {
      render(<Outside />)
    })
    await settle()
    expect(probe.latest().data?.user?.name).toBe('Bob')
    expect(reads()).toBe(2)
  })

  test('an update that shows as loading does not suspend', async () => {
    await act(async () => {
      render(<Inside compat={{ loadingWhileUpdating: true }} session={ann()} />)
    })
    const answer = auth.hold('/session')
    await act(async () => {
      void getSessionClient().update({ name: 'Anna' })
    })
    expect(shown()).toEqual(IS_THERE)
    expect(probe.latest()).toMatchObject({ status: 'authenticated' })
    answer()
    await settle()
  })

  test('waits for another value of a mocked context that says loading', async () => {
    const update = async () => null
    const tree = (value: ContextType<typeof SessionContext>) => (
      <SessionContext.Provider value={value}>
        <Suspense fallback="wait">
          <probe.Probe />
          <p>there</p>
        </Suspense>
      </SessionContext.Provider>
    )
    let rerender = (_: ReactNode) => {}
    await act(async () => {
      rerender = render(tree({ data: null, status: 'loading', update })).rerender
    })
    expect(shown()).toEqual(WAITS)
    await act(async () => rerender(tree({ data: ann(), status: 'authenticated', update })))
    expect(shown()).toEqual(IS_THERE)
    expect(probe.latest()).toEqual({ data: ann(), status: 'authenticated', update })
  })
})
